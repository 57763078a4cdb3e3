package dev.hone.runlog;

import java.time.Instant;

/// What the log is to forget.
///
/// @param old which runs
/// @param codeOnly whether only code, tests, prompts, replies and outputs go and the rest is kept
/// @param running an unfinished run that began at this time or later may still be going and is left
///   alone
public record Pruning(Old old, boolean codeOnly, Instant running) {
  /// Which runs are old.
  public sealed interface Old {
    /// Those that began before a time.
    ///
    /// @param time the time
    record Before(Instant time) implements Old {}

    /// All but the newest.
    ///
    /// @param newest how many are kept, from 0
    record Beyond(int newest) implements Old {}
  }
}
