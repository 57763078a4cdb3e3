package dev.hone.language.runner;

import dev.hone.language.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command of a program that a compiler makes first, in the same box.
public final class BuiltProgram {
  private static final String SCRIPT =
      """
      compiler=$1
      shift
      "$compiler" -o .hone-program "$@" >&2 && exec ./.hone-program
      """;

  private BuiltProgram() {}

  /// {@return the command} The compiler's words go to standard error.
  ///
  /// @param compiler the compiler
  /// @param arguments its arguments, source files among them, but for the name of the program
  /// @param input what the program reads on standard input
  public static Invocation command(Path compiler, List<String> arguments, String input) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh", compiler.toString()));
    command.addAll(arguments);
    return new Invocation(command, input);
  }
}
