package dev.hone.cli;

import dev.hone.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes.
///
/// @param in standard input
/// @param out standard output: the result and nothing else
/// @param err standard error: progress and messages
/// @param terminal whether standard error is a terminal, so that a line may be drawn again
/// @param outTerminal whether standard output is a terminal, so that a person reads it
/// @param drawing the terminal for a view that is drawn in place
/// @param person whether a person is there who can be asked and who can write
public record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    boolean outTerminal,
    Terminal drawing,
    boolean person) {
  /// Makes streams with nobody who can be asked.
  ///
  /// @param in standard input
  /// @param out standard output: the result and nothing else
  /// @param err standard error: progress and messages
  /// @param terminal whether standard error is a terminal
  /// @param outTerminal whether standard output is a terminal
  /// @param drawing the terminal for a view that is drawn in place
  public Streams(
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean terminal,
      boolean outTerminal,
      Terminal drawing) {
    this(in, out, err, terminal, outTerminal, drawing, false);
  }

  /// Makes streams without a view that is drawn in place.
  ///
  /// @param in standard input
  /// @param out standard output: the result and nothing else
  /// @param err standard error: progress and messages
  /// @param terminal whether standard error is a terminal
  /// @param outTerminal whether standard output is a terminal
  public Streams(
      InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean outTerminal) {
    this(in, out, err, terminal, outTerminal, Terminal.none());
  }

  /// Makes streams whose output goes to no terminal.
  ///
  /// @param in standard input
  /// @param out standard output: the result and nothing else
  /// @param err standard error: progress and messages
  /// @param terminal whether standard error is a terminal
  public Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
    this(in, out, err, terminal, false);
  }
}
