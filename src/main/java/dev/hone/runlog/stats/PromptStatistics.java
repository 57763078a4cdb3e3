package dev.hone.runlog.stats;

import dev.hone.runlog.stats.PromptReport.Contrast;
import dev.hone.runlog.stats.PromptReport.Finding;
import dev.hone.runlog.stats.PromptReport.Version;
import dev.hone.runlog.stats.PromptReport.WeakType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Compares the versions of prompts, and finds the types in which they are weak.
public final class PromptStatistics {
  /// The fewest comparable runs of each version that say anything.
  static final int FEWEST_RUNS = 10;

  private static final double SIGNIFICANT = 0.05;
  private static final int FEWEST_FAILED = 3;
  private static final int MOST_EXAMPLES = 3;

  private PromptStatistics() {}

  /// {@return every prompt, sorted by name}
  ///
  /// @param facts what the log says
  public static List<PromptReport> of(PromptFacts facts) {
    return by(facts.uses(), PromptUse::name).entrySet().stream()
        .map(entry -> report(entry.getKey(), entry.getValue(), facts))
        .sorted(Comparator.comparing(PromptReport::name))
        .toList();
  }

  private static PromptReport report(String name, List<PromptUse> uses, PromptFacts facts) {
    Map<String, List<PromptUse>> byHash = by(uses, PromptUse::hash);
    List<Version> versions =
        byHash.entrySet().stream()
            .map(entry -> version(entry.getKey(), entry.getValue(), facts))
            .sorted(Comparator.comparing(Version::last).reversed().thenComparing(Version::hash))
            .toList();
    String latest = versions.getFirst().hash();
    List<Contrast> contrasts =
        versions.stream().skip(1).map(earlier -> contrast(latest, earlier.hash(), byHash)).toList();
    return new PromptReport(name, versions, contrasts);
  }

  private static Version version(String hash, List<PromptUse> uses, PromptFacts facts) {
    Map<String, List<PromptUse>> byType = by(uses, PromptUse::type);
    List<WeakType> weak =
        byType.keySet().stream()
            .flatMap(type -> weakness(type, uses, facts).stream())
            // With many types one of them is far off by chance alone (Bonferroni).
            .filter(found -> found.chance() * byType.size() < SIGNIFICANT)
            .sorted(Comparator.comparingDouble(WeakType::chance).thenComparing(WeakType::type))
            .toList();
    return new Version(
        hash,
        uses.stream().map(PromptUse::last).max(Comparator.naturalOrder()).orElseThrow(),
        uses.stream().mapToInt(PromptUse::runs).sum(),
        uses.stream().mapToInt(PromptUse::failed).sum(),
        weak);
  }

  /// {@return the type against all others, or empty where it does not fail more often}
  private static Optional<WeakType> weakness(String type, List<PromptUse> uses, PromptFacts facts) {
    List<Stratum> shared =
        shared(uses, use -> use.type().equals(type), use -> List.of(use.language(), use.model()));
    Stratum all = shared.stream().reduce(Stratum.NONE, Stratum::plus);
    if (all.failed() < FEWEST_FAILED || all.failed() <= expected(shared)) {
      return Optional.empty();
    }
    PromptUse any = uses.getFirst();
    List<String> examples =
        facts.failures().stream()
            .filter(failure -> failure.name().equals(any.name()))
            .filter(failure -> failure.hash().equals(any.hash()) && failure.type().equals(type))
            .map(PromptFacts.Failure::runId)
            .distinct()
            // Identifiers sort by time.
            .sorted(Comparator.reverseOrder())
            .limit(MOST_EXAMPLES)
            .toList();
    return Optional.of(
        new WeakType(
            type,
            all.runs(),
            all.failed(),
            all.otherRuns(),
            all.otherFailed(),
            ExactTest.chance(shared),
            examples));
  }

  private static Contrast contrast(
      String latest, String earlier, Map<String, List<PromptUse>> byHash) {
    List<PromptUse> uses = new ArrayList<>(byHash.getOrDefault(latest, List.of()));
    uses.addAll(byHash.getOrDefault(earlier, List.of()));
    List<Stratum> shared =
        shared(
            uses,
            use -> use.hash().equals(latest),
            use -> List.of(use.type(), use.language(), use.model()));
    Stratum all = shared.stream().reduce(Stratum.NONE, Stratum::plus);
    double chance = ExactTest.chance(shared);
    return new Contrast(
        latest,
        all.runs(),
        all.failed(),
        earlier,
        all.otherRuns(),
        all.otherFailed(),
        chance,
        // Of many comparisons one is far off by chance alone (Bonferroni).
        finding(all, shared, chance * (byHash.size() - 1)));
  }

  private static Finding finding(Stratum all, List<Stratum> shared, double chance) {
    if (Math.min(all.runs(), all.otherRuns()) < FEWEST_RUNS) {
      return Finding.TOO_FEW;
    }
    if (chance >= SIGNIFICANT) {
      return Finding.NO_DIFFERENCE;
    }
    return all.failed() < expected(shared) ? Finding.BETTER : Finding.WORSE;
  }

  private static double expected(List<Stratum> strata) {
    return strata.stream().mapToDouble(Stratum::expected).sum();
  }

  /// {@return the conditions that both kinds of runs share: those that are the first kind, and all
  /// others}
  private static List<Stratum> shared(
      List<PromptUse> uses, Predicate<PromptUse> first, Function<PromptUse, List<String>> where) {
    Map<List<String>, Stratum> strata = new LinkedHashMap<>();
    for (PromptUse use : uses) {
      Stratum one =
          first.test(use)
              ? new Stratum(use.failed(), use.runs(), 0, 0)
              : new Stratum(0, 0, use.failed(), use.runs());
      strata.merge(where.apply(use), one, Stratum::plus);
    }
    return strata.values().stream().filter(Stratum::isShared).toList();
  }

  private static Map<String, List<PromptUse>> by(
      List<PromptUse> uses, Function<PromptUse, String> key) {
    return uses.stream().collect(Collectors.groupingBy(key));
  }
}
