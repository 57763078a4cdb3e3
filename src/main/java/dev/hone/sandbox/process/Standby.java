package dev.hone.sandbox.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A started program that has nothing to do yet. It reads what it is to do on its standard input,
/// and ends by itself when that ends.
///
/// @param process the program
record Standby(Process process) {
  // A pipe takes as much at once, so that telling it never waits for its reader.
  private static final int MOST_BYTES = 1 << 16;

  /// Starts a command.
  @FunctionalInterface
  interface Starting {
    Process start(List<String> command) throws IOException;
  }

  /// {@return a started program, or empty if it cannot be started: who needs it then meets the same
  /// failure, and says so}
  static Optional<Standby> of(List<String> program, Starting starting) {
    List<String> command = new ArrayList<>(program);
    command.add("told");
    try {
      return Optional.of(new Standby(starting.start(command)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// {@return whether the program was told} If it was not, it is gone.
  ///
  /// @param arguments its arguments
  boolean tell(List<String> arguments) {
    byte[] words = ToldCommand.bytes(arguments);
    // A zero would end a word that it stands in.
    boolean fits =
        words.length <= MOST_BYTES && arguments.stream().noneMatch(word -> word.indexOf(0) >= 0);
    try {
      if (fits && process.isAlive()) {
        OutputStream input = process.getOutputStream();
        input.write(words);
        input.flush();
        return true;
      }
      process.destroyForcibly();
    } catch (IOException e) {
      // It ended just now, which somebody must have wanted.
      process.destroyForcibly();
    }
    return false;
  }
}
