package dev.hone.config;

import dev.hone.result.Evidence;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the command `solve` takes where its options say nothing, as the table `[solve]` sets it,
/// and the time of `[sandbox]`.
///
/// @param model as `--model` takes it
/// @param language empty to find it in the text
/// @param rounds the most rounds
/// @param seed the seed of the sampling
/// @param required what a pass rests on
/// @param allowed rules of the scan that are permitted
/// @param packages as `--with` takes them; empty for none
/// @param timeout the limit of each run in the sandbox, by the clock
public record SolveDefaults(
    String model,
    String language,
    int rounds,
    long seed,
    Evidence.Basis required,
    Set<String> allowed,
    String packages,
    Duration timeout) {
  /// Copies the set.
  public SolveDefaults {
    allowed = Set.copyOf(allowed);
  }

  /// {@return what settings say of solving}
  ///
  /// @param settings the settings
  public static SolveDefaults of(Settings settings) {
    return new SolveDefaults(
        settings.given("solve.model").map(Setting::filled).orElse(""),
        settings.find("solve.language").map(Setting::word).orElse(""),
        settings.find("solve.rounds").map(Setting::count).orElse(3),
        settings.find("solve.seed").map(Setting::integer).orElse(0L),
        settings.find("solve.require").flatMap(SolveDefaults::basis).orElse(Evidence.Basis.OWN),
        new LinkedHashSet<>(settings.find("solve.allow").map(Setting::texts).orElse(List.of())),
        settings.find("solve.with").map(Setting::text).orElse(""),
        SandboxSettings.of(settings).limits().wall());
  }

  private static Optional<Evidence.Basis> basis(Setting setting) {
    return Arrays.stream(Evidence.Basis.values())
        .filter(basis -> basis.id().equals(setting.word()))
        .findFirst();
  }
}
