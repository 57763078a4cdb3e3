package dev.hone.cli;

/// What `--version` prints, known without loading anything.
final class Versions {
  private Versions() {}

  static String hone() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static String text() {
    return "hone %s\njava %s (%s)"
        .formatted(hone(), Runtime.version(), System.getProperty("java.vm.name", "unknown"));
  }
}
