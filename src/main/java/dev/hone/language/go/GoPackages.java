package dev.hone.language.go;

import dev.hone.language.runner.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The standard library's packages by the names that code calls them. Of two packages with one name
/// the usual one is meant, and where none is usual, none.
final class GoPackages {
  // Their names stand for other packages, or for none.
  private static final Set<String> SECOND =
      Set.of(
          "crypto/rand",
          "html/template",
          "go/scanner",
          "text/scanner",
          "runtime/pprof",
          "math/rand/v2");

  private final Map<String, String> paths;

  GoPackages() {
    this.paths =
        new String(Scripts.resource("go", "packages.txt"), StandardCharsets.UTF_8)
            .lines()
            .collect(Collectors.toUnmodifiableMap(GoImports::nameOf, path -> path));
  }

  boolean isStandard(String path) {
    return paths.containsValue(path) || SECOND.contains(path);
  }

  /// Returns the import path, such as `math/rand` for `rand`.
  Optional<String> path(String name) {
    return Optional.ofNullable(paths.get(name));
  }
}
