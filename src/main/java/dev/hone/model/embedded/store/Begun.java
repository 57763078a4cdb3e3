package dev.hone.model.embedded.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Remembers of which version of a file the beginning is here, so that no two versions are put
/// together.
final class Begun {
  private final Path file;

  Begun(Path file) {
    this.file = file;
  }

  /// {@return where that stands}
  static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + ".part.from");
  }

  /// {@return the address from which the beginning of a file came, or empty}
  static String address(Path file) {
    try {
      return Files.exists(of(file))
          ? Files.readString(of(file)).lines().findFirst().orElse("")
          : "";
    } catch (IOException _) {
      return "";
    }
  }

  /// Removes a beginning of anything but this version.
  void keepOnly(Source source) throws IOException {
    String version = source.address() + "\n" + source.bytes() + "\n" + source.version() + "\n";
    Path note = of(file);
    if (!Files.exists(note) || !Files.readString(note).equals(version)) {
      Files.deleteIfExists(Partial.of(file));
      Files.writeString(note, version);
    }
  }

  void end() throws IOException {
    Files.deleteIfExists(of(file));
  }
}
