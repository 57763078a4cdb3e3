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
    String words = words(command);
    return words.getBytes(StandardCharsets.UTF_8).length + "\n" + words;
  }

  /// {@return the same in bytes, each character as it would be in the arguments of a process}
  static byte[] bytes(List<String> command) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    byte[] words = words(command).getBytes(charset);
    byte[] length = (words.length + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[length.length + words.length];
    System.arraycopy(length, 0, all, 0, length.length);
    System.arraycopy(words, 0, all, length.length, words.length);
    return all;
  }

  private static String words(List<String> command) {
    return String.join("\0", command) + "\0";
  }
}
