package dev.hone.suite;

import dev.hone.language.SourceFile;
import dev.hone.requirement.Program;
import dev.hone.requirement.ProgramExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;

/// Tests of a whole program: what it must print for which input. They are a file of data, the same
/// in all languages, since what runs is the program alone, and Hone compares what it printed.
public final class ProgramTests {
  private static final String PATH = "program-examples.json";
  private static final String NAME = "example_%d";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProgramTests() {}

  /// {@return the tests of a program, or empty where the text shows none}
  ///
  /// @param program what is asked for
  /// @param origin where its examples came from
  public static Optional<TestFile> of(Program program, Origin origin) {
    List<ProgramExample> examples = program.examples();
    if (examples.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode cases = JSON.createArrayNode();
    examples.forEach(
        one -> cases.addObject().put("input", one.input()).put("output", one.output()));
    List<String> names =
        IntStream.rangeClosed(1, examples.size()).mapToObj(NAME::formatted).toList();
    String content = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(cases) + "\n";
    return Optional.of(new TestFile(origin, new SourceFile(PATH, content), names));
  }

  /// {@return whether a file holds tests of a program}
  ///
  /// @param file a test file
  public static boolean areIn(TestFile file) {
    return file.file().path().equals(PATH);
  }

  /// {@return the examples of a file by the names of their tests, in its order}
  ///
  /// @param file a file of tests of a program
  public static Map<String, ProgramExample> read(TestFile file) {
    List<ProgramExample> examples = new ArrayList<>();
    for (JsonNode one : JSON.readTree(file.file().content())) {
      examples.add(new ProgramExample(one.path("input").asString(), one.path("output").asString()));
    }
    Map<String, ProgramExample> byName = new LinkedHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      byName.put(NAME.formatted(i + 1), examples.get(i));
    }
    byName.keySet().retainAll(file.names());
    return byName;
  }
}
