package dev.hone.language.java;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the path of a file says about its package.
final class PackagePath {
  private static final Pattern ROOT =
      Pattern.compile("^(?:src/(?:main|test)/java/|src/main/|src/test/|src/|test/|java/)");
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*");

  private PackagePath() {}

  /// Returns the package, or empty for the default one and for folders that name none.
  static Optional<String> of(String path) {
    String below = ROOT.matcher(path).replaceFirst("");
    int slash = below.lastIndexOf('/');
    String name = slash < 0 ? "" : below.substring(0, slash).replace('/', '.');
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
