package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.plan.Plan;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One file of tests.
///
/// @param origin where its tests came from
/// @param file the file
/// @param names the tests in it as the runner will report them, read before anything ran
/// @param examples the example behind each name; empty where tests were not written from examples
public record TestFile(
    Origin origin, SourceFile file, List<String> names, Map<String, Example> examples) {
  private static final Pattern PLACE = Pattern.compile("^.*?(\\d{1,9})$");

  /// Copies the collections.
  public TestFile {
    names = List.copyOf(names);
    examples = Map.copyOf(examples);
  }

  /// A file whose tests were not written from examples, or of which that is not known.
  ///
  /// @param origin where its tests came from
  /// @param file the file
  /// @param names the tests in it
  public TestFile(Origin origin, SourceFile file, List<String> names) {
    this(origin, file, names, Map.of());
  }

  /// {@return a file that was written from examples} The name of each of its tests ends with the
  /// place of the test's example, counted from 1.
  ///
  /// @param origin where the examples came from
  /// @param file the file
  /// @param examples the examples; not each of them need have a test
  /// @param language the language of the tests
  public static TestFile ofExamples(
      Origin origin, SourceFile file, List<Example> examples, Language language) {
    List<String> names = language.testNames(file);
    return new TestFile(
        origin,
        file,
        names,
        names.stream()
            .collect(Collectors.toMap(name -> name, name -> examples.get(place(name) - 1))));
  }

  /// {@return generated tests that are written from examples; empty where none can be written}
  ///
  /// @param plan the plan of the code
  /// @param examples the examples
  /// @param language the language of the tests
  static Optional<TestFile> generated(Plan plan, List<Example> examples, Language language) {
    String path = language.testPath(plan.mainFile(), Origin.GENERATED.id());
    return language
        .exampleTests(Briefs.of(plan, path, examples))
        .map(language::asGenerated)
        .map(file -> ofExamples(Origin.GENERATED, file, examples, language))
        .filter(file -> !file.names.isEmpty());
  }

  /// {@return the highest place in the names of its tests; 0 where no name has one}
  int lastPlace() {
    return names.stream().mapToInt(TestFile::place).max().orElse(0);
  }

  /// {@return the file without the tests up to a place}
  TestFile after(int place, Language language) {
    return without(
        names.stream().filter(name -> place(name) <= place).collect(Collectors.toSet()), language);
  }

  private static int place(String name) {
    Matcher matcher = PLACE.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /// {@return the file with no other than some of its tests}
  ///
  /// @param kept their names
  /// @param language the language of the tests
  public TestFile only(Set<String> kept, Language language) {
    Set<String> others = new HashSet<>(names);
    others.removeAll(kept);
    return others.isEmpty() ? this : without(others, language);
  }

  /// {@return the file without some of its tests}
  ///
  /// @param gone their names; those that it does not hold do no harm
  /// @param language the language of the tests
  public TestFile without(Set<String> gone, Language language) {
    List<String> kept = names.stream().filter(name -> !gone.contains(name)).toList();
    Map<String, Example> others = new LinkedHashMap<>(examples);
    others.keySet().removeAll(gone);
    // Data stays whole: the names say which of it counts.
    SourceFile rest = ProgramTests.areIn(this) ? file : language.withoutTests(file, gone);
    return new TestFile(origin, rest, kept, others);
  }

  /// {@return the names in some files of the tests that ask for an error, as far as that is known}
  ///
  /// @param files the files
  public static Set<String> errorsOf(Collection<TestFile> files) {
    return files.stream()
        .flatMap(file -> file.examples.entrySet().stream())
        .filter(entry -> entry.getValue().kind() == Example.Kind.RAISES)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
