package dev.hone.config;

import java.util.List;
import java.util.stream.Collectors;

/// How paths of keys are written.
final class Names {
  private Names() {}

  /// {@return the path with dots, and quotes where TOML wants them}
  static String of(List<String> path) {
    return path.stream()
        .map(part -> part.matches("[A-Za-z0-9_-]+") ? part : "\"" + part + "\"")
        .collect(Collectors.joining("."));
  }
}
