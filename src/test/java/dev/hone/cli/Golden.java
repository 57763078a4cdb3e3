package dev.hone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts that a command has to print, kept beside the tests.
final class Golden {
  private Golden() {}

  /// {@return the text in the file of this name}
  static String of(String name) {
    try (var in = Golden.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no golden file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
