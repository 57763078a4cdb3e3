package dev.hone.agent;

import dev.hone.result.Evidence.Basis;
import dev.hone.verdict.JudgeSettings;

/// What bounds a run.
///
/// @param rounds the most rounds, at least 1
/// @param seed the seed of the first round; later rounds count up from it
/// @param judging limits of each run in the sandbox, and permitted rules of the scan
/// @param require the least evidence that counts as passed
public record SolveSettings(int rounds, long seed, JudgeSettings judging, Basis require) {
  /// Checks the rounds.
  ///
  /// @throws IllegalArgumentException if there are none
  public SolveSettings {
    if (rounds < 1) {
      throw new IllegalArgumentException("a run needs at least one round");
    }
  }
}
