package dev.hone;

import dev.hone.agent.Trial;
import dev.hone.language.PackageName;
import dev.hone.model.budget.Budget;
import dev.hone.packages.PackageMentions;
import dev.hone.requirement.Asked;
import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.RunSettings;
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
/// @param trial what is tried, where something is
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
    Trial trial,
    List<Asked> before) {
  /// Copies the collections.
  public SolveRequest {
    allowed = Set.copyOf(allowed);
    packages = List.copyOf(packages);
    before = List.copyOf(before);
  }

  /// Makes a request for Hone as it is.
  ///
  /// @param requirement the text, the language option and the own tests
  /// @param rounds the most rounds, 1 to 20
  /// @param seed the seed of the sampling
  /// @param timeout the limit of each run in the sandbox, by the clock
  /// @param allowed rules of the scan that are permitted
  /// @param required what a pass has to rest on
  /// @param model the model's name, file or address, or empty for the default
  /// @param packages third-party packages that the code may import
  /// @param budget what the run may spend; what it does not bound, the settings may
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
    this(
        requirement,
        rounds,
        seed,
        timeout,
        allowed,
        required,
        model,
        packages,
        budget,
        Trial.NONE,
        List.of());
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

  /// {@return the same with something tried}
  ///
  /// @param other what is tried
  public SolveRequest trying(Trial other) {
    return new SolveRequest(
        requirement,
        rounds,
        seed,
        timeout,
        allowed,
        required,
        model,
        packages,
        budget,
        other,
        before);
  }

  /// {@return the same for a requirement that a person made plainer}
  ///
  /// @param plainer the requirement with their answers
  /// @param asked what a model was asked for it
  public SolveRequest clarified(Requirement plainer, List<Asked> asked) {
    return new SolveRequest(
        plainer, rounds, seed, timeout, allowed, required, model, packages, budget, trial, asked);
  }

  /// {@return a request for the same as a run of the log was asked for} Packages that the text
  /// names are found in it again.
  ///
  /// @param run the run
  /// @param model the model's name, file or address, or empty for the default
  public static SolveRequest again(RunRecord run, String model) {
    RunSettings settings = run.start().settings();
    return new SolveRequest(
        run.start().requirement(),
        settings.rounds(),
        settings.seed(),
        settings.timeout(),
        settings.allowed(),
        settings.required(),
        model,
        byOption(run),
        Budget.ofRun(settings.budget()));
  }

  private static List<PackageName> byOption(RunRecord run) {
    List<PackageName> mentioned =
        run.planning() instanceof Planning.Made made
            ? new PackageMentions(made.language().language()).in(run.start().requirement().text())
            : List.of();
    return run.start().settings().packages().stream()
        .flatMap(name -> PackageName.list(name).stream())
        .filter(name -> !mentioned.contains(name))
        .toList();
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
