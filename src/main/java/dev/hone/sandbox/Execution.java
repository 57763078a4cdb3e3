package dev.hone.sandbox;

import dev.hone.sandbox.collect.Collected;
import java.time.Duration;
import java.util.List;

/// What one command in the sandbox did.
///
/// @param exit its exit code, 0 to 255; 128 and the signal's number where a signal ended it
/// @param signal the number of the signal that ended it, or 0
/// @param limit the limit that ended it, or {@link Limit#NONE}
/// @param stdout standard output, bytes that are no UTF-8 replaced
/// @param stderr standard error, likewise
/// @param truncated whether output was left out: head and tail are kept
/// @param wall time by the clock
/// @param cpu processor time of the tree, or zero where it could not be read
/// @param peakMemoryBytes most memory of the tree at one time, in bytes, or 0 where unknown
/// @param sandbox the mode it ran in
/// @param collected what became of each file that the job wanted, in its order
public record Execution(
    int exit,
    int signal,
    Limit limit,
    String stdout,
    String stderr,
    boolean truncated,
    Duration wall,
    Duration cpu,
    long peakMemoryBytes,
    String sandbox,
    List<Collected> collected) {
  /// Copies the list.
  public Execution {
    collected = List.copyOf(collected);
  }

  /// Makes an execution of which no file was wanted.
  ///
  /// @param exit its exit code
  /// @param signal the number of the signal that ended it, or 0
  /// @param limit the limit that ended it
  /// @param stdout standard output
  /// @param stderr standard error
  /// @param truncated whether output was left out
  /// @param wall time by the clock
  /// @param cpu processor time of the tree
  /// @param peakMemoryBytes most memory of the tree at one time, in bytes
  /// @param sandbox the mode it ran in
  public Execution(
      int exit,
      int signal,
      Limit limit,
      String stdout,
      String stderr,
      boolean truncated,
      Duration wall,
      Duration cpu,
      long peakMemoryBytes,
      String sandbox) {
    this(
        exit,
        signal,
        limit,
        stdout,
        stderr,
        truncated,
        wall,
        cpu,
        peakMemoryBytes,
        sandbox,
        List.of());
  }
}
