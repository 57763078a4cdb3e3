package dev.hone.cli;

import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence;
import java.time.Duration;
import java.util.Set;

/// What `hone solve` asks for.
///
/// @param requirement the text, the language option and the own tests
/// @param rounds the most rounds, 1 to 20
/// @param seed the seed of the sampling
/// @param timeout the limit of each run in the sandbox, by the clock
/// @param allowed rules of the scan that are permitted
/// @param required what a pass has to rest on
/// @param model the model's name or file, or empty for the configured one
public record SolveRequest(
    Requirement requirement,
    int rounds,
    long seed,
    Duration timeout,
    Set<String> allowed,
    Evidence.Basis required,
    String model) {
  /// Copies the set.
  public SolveRequest {
    allowed = Set.copyOf(allowed);
  }
}
