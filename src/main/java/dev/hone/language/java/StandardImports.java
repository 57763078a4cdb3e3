package dev.hone.language.java;

import dev.hone.language.runner.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The classes of the JDK whose simple name means one thing to nearly everybody.
final class StandardImports {
  private StandardImports() {}

  /// Returns the whole name of a class, or empty where the simple name is not known or not clear.
  static Optional<String> of(String simpleName) {
    return Optional.ofNullable(Table.NAMES.get(simpleName));
  }

  /// Read when the first name is asked for.
  private static final class Table {
    private static final Map<String, String> NAMES =
        new String(Scripts.resource("java", "imports.txt"), StandardCharsets.UTF_8)
            .lines()
            .collect(
                Collectors.toUnmodifiableMap(
                    name -> name.substring(name.lastIndexOf('.') + 1), name -> name));
  }
}
