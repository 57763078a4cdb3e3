package dev.hone.sandbox.process;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The command of a box that was opened before it was known.
final class ToldCommand {
  private ToldCommand() {}

  /// {@return what the helper in the box reads before it becomes the command}
  ///
  /// @param command the program and its arguments
  static String of(List<String> command) {
    String words = String.join("\0", command) + "\0";
    return words.getBytes(StandardCharsets.UTF_8).length + "\n" + words;
  }
}
