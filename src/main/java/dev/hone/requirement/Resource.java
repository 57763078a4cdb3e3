package dev.hone.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table of rules beside this package: fields separated by tabs, `#` starts a comment line.
final class Resource {
  private Resource() {}

  /// {@return the lines of a table, each split at its tabs}
  ///
  /// @param name the file's name
  static List<List<String>> table(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource is called " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
