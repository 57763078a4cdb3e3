package dev.hone.verdict;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Candidates of one language whose verdict is known: `expected.tsv` holds a line `case, verdict,
/// names of the tests that do not pass` for each, the names separated by commas, or `-` where none
/// is named; `tests` holds the tests of all of them and a folder named as the case its files.
///
/// @param language the language
/// @param folder the folder of all this
record PreparedCandidates(LanguageId language, Path folder) {
  static final List<String> CASES =
      List.of(
          "right",
          "wrong-answer",
          "compile-error",
          "type-error",
          "missing-import",
          "endless-loop",
          "endless-recursion",
          "memory-hog",
          "huge-output",
          "exit-in-the-middle",
          "no-code",
          "passes-some");

  /// One candidate.
  ///
  /// @param name what is the matter with it
  /// @param label what judging it must show
  /// @param code its files
  record Case(String name, Label label, List<SourceFile> code) {}

  /// What judging shows.
  ///
  /// @param verdict the verdict's name
  /// @param failing the tests that do not pass, in the order of their file; empty for none named
  record Label(String verdict, List<String> failing) {}

  /// The languages below a folder, by name.
  static List<PreparedCandidates> below(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(
              folder -> {
                String name = folder.getFileName().toString();
                return new PreparedCandidates(LanguageId.of(name).orElseThrow(), folder);
              })
          .toList();
    }
  }

  List<SourceFile> tests() throws IOException {
    return files(folder.resolve("tests"));
  }

  List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 3) {
        throw new IllegalStateException("not three columns in %s: %s".formatted(folder, line));
      }
      List<String> failing =
          columns[2].equals("-") ? List.of() : Arrays.asList(columns[2].split(",", -1));
      Label label = new Label(columns[1], failing);
      cases.add(new Case(columns[0], label, files(folder.resolve(columns[0]))));
    }
    return cases;
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<SourceFile> files = new ArrayList<>();
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.add(new SourceFile(name, Files.readString(path)));
      }
      return files;
    }
  }
}
