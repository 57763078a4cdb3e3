package dev.hone.language.node;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where npm is.
final class Npm {
  private Npm() {}

  /// Returns npm's own script for Node.js, and that which stands beside it first.
  static Path script(Path node) {
    List<Path> found = new ArrayList<>();
    Path beside = node.resolveSibling("npm");
    if (Files.isExecutable(beside)) {
      found.add(beside);
    }
    found.addAll(Programs.onPath("npm"));
    return found.stream()
        .map(Npm::resolved)
        .filter(file -> file.toString().endsWith(".js"))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolchainException(
                    ErrorType.EXTERNAL,
                    "npm is not on the PATH, and it fetches packages; install it (Debian: apt install"
                        + " npm, Fedora: dnf install nodejs-npm, macOS: brew install node) or leave"
                        + " --with out"));
  }

  private static Path resolved(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException _) {
      // A link that leads nowhere is no npm.
      return file;
    }
  }
}
