package dev.hone.verdict;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Solutions that are wrong and try to pass. `tricks.tsv` holds a line `language, trick, state,
/// why` for each, and the folder `LANGUAGE/TRICK` beside it the files of the solution.
///
/// @param folder the folder of all this
record Tricks(Path folder) {
  /// What becomes of a trick.
  enum State {
    /// It is no trick: a right solution passes.
    PASSES,
    /// It does not pass.
    CAUGHT,
    /// It still passes.
    OPEN,
    /// The language has no counterpart.
    NONE
  }

  /// One trick.
  ///
  /// @param language the language
  /// @param name what is tried
  /// @param state what becomes of it
  /// @param why what catches it, what is missing, or why there is no counterpart
  record Trick(LanguageId language, String name, State state, String why) {}

  List<Trick> all() throws IOException {
    return Files.readAllLines(folder.resolve("tricks.tsv")).stream().map(Tricks::trick).toList();
  }

  private static Trick trick(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4) {
      throw new IllegalStateException("not four columns: " + line);
    }
    return new Trick(
        LanguageId.of(columns[0]).orElseThrow(),
        columns[1],
        State.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        columns[3]);
  }

  /// The files of a solution, the file under test first; empty where the trick is only described.
  List<SourceFile> files(Trick trick) throws IOException {
    Path from = folder.resolve(trick.language().id()).resolve(trick.name());
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(from)) {
      return paths
          .filter(Files::isRegularFile)
          .sorted(
              Comparator.comparing((Path path) -> !isMain(path))
                  .thenComparing(Comparator.naturalOrder()))
          .map(path -> read(from, path))
          .toList();
    }
  }

  private static boolean isMain(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("solution.");
  }

  private static SourceFile read(Path from, Path path) {
    try {
      String name = from.relativize(path).toString().replace('\\', '/');
      return new SourceFile(name, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
