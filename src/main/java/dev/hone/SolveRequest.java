package dev.hone;

import dev.hone.language.PackageName;
import dev.hone.model.budget.Budget;
import dev.hone.requirement.Asked;
import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a run is asked for.
///
/// @param requirement the text, the language option and the own tests
/// @param rounds the most rounds, 1 to 20
/// @param seed the seed of the sampling
/// @param timeout the limit of each run in the sandbox, by the clock
/// @param allowed rules of the scan that are permitted
/// @param required what a pass has to rest on
/// @param model the model's name, file or address, or empty for the default; several with commas
///   between them, each for when the one before it fails
/// @param packages third-party packages that the code may import, beyond those that the text names
/// @param budget what the run may spend; what it does not bound, the settings may
/// @param before what a model was asked for this run before it, to find questions to the person;
///   often empty
public record SolveRequest(
    Requirement requirement,
    int rounds,
    long seed,
    Duration timeout,
    Set<String> allowed,
    Evidence.Basis required,
    String model,
    List<PackageName> packages,
    Budget budget,
    List<Asked> before) {
  /// Copies the collections.
  public SolveRequest {
    allowed = Set.copyOf(allowed);
    packages = List.copyOf(packages);
    before = List.copyOf(before);
  }

  /// Makes a request for which no model was asked anything yet.
  ///
  /// @param requirement the text, the language option and the own tests
  /// @param rounds the most rounds, 1 to 20
  /// @param seed the seed of the sampling
  /// @param timeout the limit of each run in the sandbox, by the clock
  /// @param allowed rules of the scan that are permitted
  /// @param required what a pass has to rest on
  /// @param model the model's name, file or address, or empty for the default
  /// @param packages third-party packages that the code may import
  /// @param budget what the run may spend
  public SolveRequest(
      Requirement requirement,
      int rounds,
      long seed,
      Duration timeout,
      Set<String> allowed,
      Evidence.Basis required,
      String model,
      List<PackageName> packages,
      Budget budget) {
    this(requirement, rounds, seed, timeout, allowed, required, model, packages, budget, List.of());
  }

  /// Makes a request without a budget of its own.
  ///
  /// @param requirement the text, the language option and the own tests
  /// @param rounds the most rounds, 1 to 20
  /// @param seed the seed of the sampling
  /// @param timeout the limit of each run in the sandbox, by the clock
  /// @param allowed rules of the scan that are permitted
  /// @param required what a pass has to rest on
  /// @param model the model's name, file or address, or empty for the default
  /// @param packages third-party packages that the code may import
  public SolveRequest(
      Requirement requirement,
      int rounds,
      long seed,
      Duration timeout,
      Set<String> allowed,
      Evidence.Basis required,
      String model,
      List<PackageName> packages) {
    this(requirement, rounds, seed, timeout, allowed, required, model, packages, Budget.NONE);
  }

  /// {@return the same for a requirement that a person made plainer}
  ///
  /// @param plainer the requirement with their answers
  /// @param asked what a model was asked for it
  public SolveRequest clarified(Requirement plainer, List<Asked> asked) {
    return new SolveRequest(
        plainer, rounds, seed, timeout, allowed, required, model, packages, budget, asked);
  }

  /// {@return a request with the usual settings: 3 rounds, seed 0, 30 s for each run in the
  /// sandbox, no rule permitted, any passing test as evidence, the default model, no packages by
  /// option}
  ///
  /// @param requirement what is asked
  public static SolveRequest of(Requirement requirement) {
    return new SolveRequest(
        requirement, 3, 0, Duration.ofSeconds(30), Set.of(), Evidence.Basis.OWN, "", List.of());
  }
}
