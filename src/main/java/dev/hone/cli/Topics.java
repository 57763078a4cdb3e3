package dev.hone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Short texts on what goes across commands, each a resource file.
final class Topics {
  /// The topics in the order in which they are listed.
  static final List<String> NAMES =
      List.of(
          "examples",
          "input",
          "languages",
          "tests",
          "models",
          "budgets",
          "sandbox",
          "packages",
          "projects",
          "config",
          "runs",
          "terminal",
          "json",
          "exit-codes");

  private Topics() {}

  /// {@return the text of a topic, or empty where there is none}
  static Optional<String> text(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static String read(String name) {
    try (InputStream in = Topics.class.getResourceAsStream("help/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the text of the topic " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
