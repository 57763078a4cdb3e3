package dev.hone.runlog;

import dev.hone.result.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The settings of a run that its result depends on.
///
/// @param seed the seed of the sampling
/// @param rounds the most rounds
/// @param timeout the limit of one run in the sandbox, by the clock
/// @param allowed rules of the scan that are permitted
/// @param required what a pass has to rest on
/// @param packages third-party packages that were asked for by option or by the text, as written
/// @param budget what the models may spend, as the settings write it, such as `tokens 5000`
public record RunSettings(
    long seed,
    int rounds,
    Duration timeout,
    Set<String> allowed,
    Evidence.Basis required,
    List<String> packages,
    List<String> budget) {
  /// Copies the collections.
  public RunSettings {
    allowed = Set.copyOf(allowed);
    packages = List.copyOf(packages);
    budget = List.copyOf(budget);
  }

  /// Makes settings without a budget.
  ///
  /// @param seed the seed of the sampling
  /// @param rounds the most rounds
  /// @param timeout the limit of one run in the sandbox, by the clock
  /// @param allowed rules of the scan that are permitted
  /// @param required what a pass has to rest on
  /// @param packages third-party packages that were asked for by option or by the text, as written
  public RunSettings(
      long seed,
      int rounds,
      Duration timeout,
      Set<String> allowed,
      Evidence.Basis required,
      List<String> packages) {
    this(seed, rounds, timeout, allowed, required, packages, List.of());
  }
}
