package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The file of `--out`: always a whole form, replaced at one stroke after each problem, so that a
/// run that was ended at any moment goes on from it.
final class ResultFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final JsonNode found;

  private ResultFile(Path path, JsonNode found) {
    this.path = path;
    this.found = found;
  }

  /// {@return the file, with what an earlier run left in it}
  ///
  /// @param typed its path; where it is empty nothing is kept
  /// @throws UsageException if it cannot be written, or holds something else
  static ResultFile open(String typed) {
    if (typed.isEmpty()) {
      return new ResultFile(Path.of(""), JsonNodeFactory.instance.missingNode());
    }
    try {
      Path path = Path.of(typed).toAbsolutePath();
      Path folder = path.resolveSibling(".");
      if (Files.isDirectory(path) || !Files.isDirectory(folder)) {
        throw new UsageException(
            "--out %s is no file in a folder that exists; name one such as results.json"
                .formatted(typed));
      }
      // Asking for permission is not enough: root has it on a read-only disk too.
      Files.delete(Files.createTempFile(folder, ".hone", ".try"));
      JsonNode found =
          Files.exists(path)
              ? form(path).orElseThrow(() -> other(typed, "no results of hone bench"))
              : JsonNodeFactory.instance.missingNode();
      return new ResultFile(path, found);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--out %s cannot be written (%s); name a file that can".formatted(typed, e));
    }
  }

  /// {@return the form in a file, or empty where it holds something else}
  ///
  /// @throws IOException if it cannot be read
  static Optional<JsonNode> form(Path path) throws IOException {
    try {
      return Optional.of(JSON.readTree(Files.readAllBytes(path)))
          .filter(form -> form.path("items").isArray());
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// {@return what is done already}
  ///
  /// @param header the conditions of this run
  /// @throws UsageException if the file belongs to a run under other conditions
  List<Item> earlier(Header header) {
    if (found.isMissingNode()) {
      return List.of();
    }
    JsonNode wanted = BenchForms.of(new Report(header, List.of()));
    require("strategy", found.path("strategy"), wanted.path("strategy"));
    for (String name : List.of("modelOption", "seed", "rounds", "timeoutSeconds")) {
      require(name, found.path("settings").path(name), wanted.path("settings").path(name));
    }
    // Files of earlier versions do not name what could not be left out then.
    for (String name : List.of("bare", "without")) {
      JsonNode before = found.path("settings").path(name);
      if (!before.isMissingNode()) {
        require(name, before, wanted.path("settings").path(name));
      }
    }
    if (!header.model().isEmpty()) {
      require("model", found.path("model"), wanted.path("model"));
      JsonNode before = found.path("settings").path("fingerprint");
      require("fingerprint", before, wanted.path("settings").path("fingerprint"));
    }
    require("prompts", found.path("prompts"), wanted.path("prompts"));
    for (JsonNode suite : found.path("suites")) {
      requireSuite(suite, header);
    }
    return BenchForms.items(found);
  }

  /// {@return the model's name in an earlier run, or empty where there was none}
  String model() {
    return found.path("model").asString("");
  }

  /// {@return the hash of the model's weights in an earlier run, or empty where there was none}
  String fingerprint() {
    return found.path("settings").path("fingerprint").asString("");
  }

  /// Refuses items that the command at hand would not have made.
  ///
  /// @throws UsageException if there are such
  void requireOnly(List<ProblemSet> chosen, List<Item> items) {
    Set<String> known = new HashSet<>();
    chosen.forEach(set -> set.problems().forEach(p -> known.add(set.name() + " " + p.index())));
    if (items.stream().anyMatch(item -> !known.contains(item.suite() + " " + item.index()))) {
      throw other(path.toString(), "problems that this command does not draw");
    }
  }

  /// Replaces the file's content.
  void write(Report report) {
    if (!path.isAbsolute()) {
      return;
    }
    try {
      Path part = path.resolveSibling("." + path.getFileName() + ".part");
      String text = BenchForms.of(report).toPrettyString() + "\n";
      // A channel would be closed by an interrupt, and that looks like a failing disk.
      try (OutputStream out = new FileOutputStream(part.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be written (%s); free space there or name another file with --out"
              .formatted(path, e));
    }
  }

  private void requireSuite(JsonNode suite, Header header) {
    String name = suite.path("suite").asString("");
    String hash =
        header.suites().stream()
            .filter(one -> one.name().equals(name))
            .map(Header.Suite::hash)
            .findFirst()
            .orElseThrow(() -> other(path.toString(), "results of the suite " + name));
    if (!suite.path("hash").asString("").equals(hash)) {
      throw other(path.toString(), "results of another version of the suite " + name);
    }
  }

  private void require(String name, JsonNode before, JsonNode now) {
    // Numbers are compared as they are written: 30 and 30.000 are one time limit.
    if (!before.equals(now) && before.asDouble(Double.NaN) != now.asDouble(Double.NaN)) {
      throw other(
          path.toString(), "results with %s %s, not %s".formatted(name, shown(before), shown(now)));
    }
  }

  private static String shown(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }

  private static UsageException other(String path, String what) {
    return new UsageException(
        "%s holds %s; name another file with --out, or remove this one".formatted(path, what));
  }
}
