package dev.hone.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The whole program inside the test's own process.
public final class CommandLines {
  private CommandLines() {}

  /// How a command ended.
  ///
  /// @param exit its exit code
  /// @param out what it printed
  /// @param err what it told
  public record Ended(int exit, String out, String err) {}

  /// {@return how a command ended}
  ///
  /// @param environment the variables that count
  /// @param words the words after `hone`
  public static Ended run(Map<String, String> environment, List<String> words) {
    return run(environment, Path.of(""), words);
  }

  /// {@return how a command ended that somebody typed in a folder}
  ///
  /// @param environment the variables that count
  /// @param folder where the file of a project is looked for
  /// @param words the words after `hone`
  public static Ended run(Map<String, String> environment, Path folder, List<String> words) {
    return run(new HoneServices(environment, folder), words);
  }

  /// {@return how a command ended}
  ///
  /// @param services what it gets of Hone
  /// @param words the words after `hone`
  static Ended run(Services services, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        new Program(Commands.all(services), "test", false)
            .run(
                words.toArray(String[]::new),
                new Streams(InputStream.nullInputStream(), print(out), print(err), false));
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
