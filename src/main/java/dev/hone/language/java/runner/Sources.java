package dev.hone.language.java.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The source files of the work folder.
final class Sources {
  private static final Path FOLDER = Path.of("");

  private Sources() {}

  /// Returns all of them, in an order that does not depend on the file system. A module would shut
  /// the tests out, so its declaration is no part of the code.
  static List<Path> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .filter(file -> !isHidden(file))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  static List<Path> named(List<String> names) {
    return names.stream().map(Path::of).toList();
  }

  /// Returns a line of a file without the blanks around it, or nothing where there is none.
  static String line(String path, long line) {
    if (path.isEmpty() || line <= 0) {
      return "";
    }
    String[] rows = text(path).split("\n", -1);
    return line <= rows.length ? rows[(int) line - 1].strip() : "";
  }

  /// Returns the text of a file, or nothing if it cannot be read: by now it may be gone.
  static String text(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      return "";
    }
  }
}
