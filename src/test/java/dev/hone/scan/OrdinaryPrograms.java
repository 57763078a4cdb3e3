package dev.hone.scan;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs that nobody wrote to deceive: parts of the languages' own libraries where they are
/// installed, named in `ordinary.tsv` with what they openly do, and the right solutions of problem
/// files.
final class OrdinaryPrograms {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path JDK = Path.of(System.getProperty("java.home"), "lib", "src.zip");

  private OrdinaryPrograms() {}

  /// One program.
  ///
  /// @param openly rules whose findings say no more than what the program is for
  record Program(LanguageId language, SourceFile file, Set<String> openly) {}

  /// {@return the library programs that are on this machine}
  static List<Program> ofLibraries() throws IOException {
    List<Program> programs = new ArrayList<>();
    try (InputStream in = OrdinaryPrograms.class.getResourceAsStream("ordinary.tsv");
        ZipFile jdk = Files.exists(JDK) ? new ZipFile(JDK.toFile()) : null) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.lines().filter(each -> !each.startsWith("#")).toList()) {
        String[] cells = line.split("\t", -1);
        Set<String> openly = cells.length > 3 ? Set.of(cells[3].split(",", -1)) : Set.of();
        Optional<String> text =
            cells[1].equals("jdk") ? text(jdk, cells[2]) : text(cells[1], cells[2]);
        if (text.isPresent()) {
          LanguageId language = language(cells[0]);
          SourceFile file = new SourceFile(cells[1] + "/" + cells[2], text.get());
          programs.add(new Program(language, file, openly));
        }
      }
    }
    return programs;
  }

  /// {@return the right solutions of a problem file}
  ///
  /// @param suite a file of `bench/tasks`, or one like it
  static List<Program> ofSuite(Path suite) throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String line : Files.readAllLines(suite)) {
      JsonNode problem = JSON.readTree(line);
      if (problem.path("canonical_solution").isString()) {
        String path = problem.path("solution_path").asString();
        SourceFile file = new SourceFile(path, problem.path("canonical_solution").asString());
        LanguageId language = language(problem.path("language").asString());
        programs.add(new Program(language, file, Set.of()));
      }
    }
    return programs;
  }

  private static LanguageId language(String id) {
    return Arrays.stream(LanguageId.values())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no language " + id));
  }

  private static Optional<String> text(@Nullable ZipFile jdk, String path) throws IOException {
    ZipEntry entry = jdk == null ? null : jdk.getEntry(path);
    if (jdk == null || entry == null) {
      return Optional.empty();
    }
    try (InputStream in = jdk.getInputStream(entry)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// The text of a file below a root, or empty where it is not installed.
  private static Optional<String> text(String root, String path) throws IOException {
    for (Path folder : folders(root)) {
      Path file = folder.resolve(path);
      if (Files.isRegularFile(file)) {
        return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return Optional.empty();
  }

  private static List<Path> folders(String root) throws IOException {
    return switch (root) {
      case "python" -> matching(Path.of("/usr/lib"), "python3.*");
      case "go" -> List.of(Path.of("/usr/local/go/src"), Path.of("/usr/lib/go/src"));
      case "npm" ->
          List.of(
              Path.of("/usr/lib/node_modules/npm/node_modules"),
              Path.of("/usr/local/lib/node_modules/npm/node_modules"));
      case "doc" -> List.of(Path.of("/usr/share/doc"));
      case "src" -> List.of(Path.of("/usr/src"));
      case "c++" -> matching(Path.of("/usr/include/c++"), "*");
      default -> throw new IllegalArgumentException("no root " + root);
    };
  }

  private static List<Path> matching(Path folder, String glob) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              each ->
                  FileSystems.getDefault()
                      .getPathMatcher("glob:" + glob)
                      .matches(each.getFileName()))
          .sorted()
          .toList();
    }
  }
}
