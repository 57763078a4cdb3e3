package dev.hone.agent;

import dev.hone.language.SourceFile;
import dev.hone.result.Evidence.Basis;
import dev.hone.verdict.JudgeSettings;
import java.util.List;

/// What bounds a run.
///
/// @param rounds the most rounds, at least 1
/// @param seed the seed of the first fresh candidate; later ones count up from it
/// @param judging limits of each run in the sandbox, and permitted rules of the scan
/// @param require the least evidence that counts as passed
/// @param packages third-party packages that were asked for, as written, for the log
/// @param budget what the models may spend, as the settings write it, for the log
/// @param trial what is tried
public record SolveSettings(
    int rounds,
    long seed,
    JudgeSettings judging,
    Basis require,
    List<String> packages,
    List<String> budget,
    Trial trial) {
  /// Checks the rounds and copies the lists.
  ///
  /// @throws IllegalArgumentException if there are none
  public SolveSettings {
    packages = List.copyOf(packages);
    budget = List.copyOf(budget);
    if (rounds < 1) {
      throw new IllegalArgumentException("a run needs at least one round");
    }
  }

  /// {@return the same with files that code and tests may import}
  ///
  /// @param files the files
  public SolveSettings with(List<SourceFile> files) {
    return new SolveSettings(rounds, seed, judging.with(files), require, packages, budget, trial);
  }

  /// {@return whether a piece of the strategy is at work}
  boolean has(Piece piece) {
    return !trial.without().contains(piece);
  }

  /// Makes settings of the whole strategy without a budget.
  ///
  /// @param rounds the most rounds, at least 1
  /// @param seed the seed of the first round; later rounds count up from it
  /// @param judging limits of each run in the sandbox, and permitted rules of the scan
  /// @param require the least evidence that counts as passed
  /// @param packages third-party packages that were asked for, as written, for the log
  public SolveSettings(
      int rounds, long seed, JudgeSettings judging, Basis require, List<String> packages) {
    this(rounds, seed, judging, require, packages, List.of(), Trial.NONE);
  }
}
