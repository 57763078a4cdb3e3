package dev.hone.sandbox.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Words that a waiting program reads on its standard input: the number of their bytes on a line,
/// and each with a zero behind it.
final class ToldCommand {
  private ToldCommand() {}

  /// {@return what the helper in an open box reads before it becomes the command}
  ///
  /// @param command the program and its arguments
  static String of(List<String> command) {
    return told(command, StandardCharsets.UTF_8);
  }

  /// {@return the same in bytes, each character as it would be in the arguments of a process}
  static byte[] bytes(List<String> command) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    return told(command, charset).getBytes(charset);
  }

  private static String told(List<String> command, Charset charset) {
    String words = String.join("\0", command) + "\0";
    return words.getBytes(charset).length + "\n" + words;
  }
}
