package dev.hone.cli;

import dev.hone.Hone;

/// What `--version` prints, known without loading anything.
final class Versions {
  private Versions() {}

  static String text() {
    return "hone %s\njava %s (%s)"
        .formatted(
            Hone.version(), Runtime.version(), System.getProperty("java.vm.name", "unknown"));
  }
}
