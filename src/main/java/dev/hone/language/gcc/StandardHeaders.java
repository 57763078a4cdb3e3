package dev.hone.language.gcc;

import dev.hone.language.runner.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which header of the standard library declares a name.
final class StandardHeaders {
  private final Map<String, List<String>> byName = new HashMap<>();

  /// Reads the table of a language: headers that declare the names, the one to include first.
  StandardHeaders(String folder) {
    new String(Scripts.resource(folder, "headers.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(
            parts -> {
              List<String> headers = List.of(parts[0].split("\\|", -1));
              List.of(parts[1].split(" ", -1)).forEach(name -> byName.putIfAbsent(name, headers));
            });
  }

  boolean knows(String name) {
    return byName.containsKey(name);
  }

  /// Returns the header to include for a name, or empty where one of those that are included
  /// declares it, or nobody knows.
  Optional<String> missing(String name, List<String> included) {
    List<String> headers = byName.getOrDefault(name, List.of());
    boolean there =
        headers.stream().anyMatch(included::contains) || included.contains("bits/stdc++.h");
    return headers.isEmpty() || there ? Optional.empty() : Optional.of(headers.getFirst());
  }
}
