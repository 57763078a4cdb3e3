package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Two runs on the same problems, problem by problem.
///
/// @param first what the first run is called
/// @param second what the second run is called
/// @param rows one for each suite that both runs have, in the order of the first; then, where there
///   are several, one for all; never empty
/// @param ratios what both spent on these problems
public record Comparison(String first, String second, List<Row> rows, Ratios ratios) {
  private static final String ALL = "all";

  /// Copies the list.
  public Comparison {
    rows = List.copyOf(rows);
  }

  /// Problems that both runs have.
  ///
  /// @param suite the suite's name, or `all`
  /// @param both solved by both
  /// @param onlyFirst solved by the first run alone
  /// @param onlySecond solved by the second run alone
  /// @param neither solved by none
  public record Row(String suite, int both, int onlyFirst, int onlySecond, int neither) {
    /// {@return how many problems both runs have}
    public int pairs() {
      return both + onlyFirst + onlySecond + neither;
    }

    /// {@return how likely so uneven a share of the problems that only one run solved would be, if
    /// both runs were equally good: the exact, two-sided test of McNemar (Psychometrika 12, 1947);
    /// 1 where there are none}
    public double chance() {
      int all = onlyFirst + onlySecond;
      double term = Math.pow(0.5, all);
      double tail = 0;
      for (int k = 0; k <= Math.min(onlyFirst, onlySecond); k++) {
        tail += term;
        term *= (double) (all - k) / (k + 1);
      }
      return Math.min(1, 2 * tail);
    }

    private Row plus(boolean one, boolean other) {
      return new Row(
          suite,
          both + (one && other ? 1 : 0),
          onlyFirst + (one && !other ? 1 : 0),
          onlySecond + (!one && other ? 1 : 0),
          neither + (one || other ? 0 : 1));
    }
  }

  /// {@return the comparison of two files that `--out` wrote}
  ///
  /// @param first the first file
  /// @param second the second file
  /// @throws UsageException if one is no such file, they are of different versions of a suite, or
  ///   no problem is in both
  public static Comparison of(String first, String second) {
    return of(first, KeptResults.read(first), second, KeptResults.read(second));
  }

  /// {@return the comparison of what was read from two files}
  ///
  /// @throws UsageException if they are of different versions of a suite, or no problem is in both
  static Comparison of(String first, Report one, String second, Report other) {
    otherVersions(one, other).stream()
        .findFirst()
        .ifPresent(
            suite -> {
              throw new UsageException(
                  "%s is of another version of the suite %s; run it again"
                      .formatted(second, suite));
            });
    return of(one, other)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s and %s have no problem in common; compare runs on the same suites"
                        .formatted(first, second)));
  }

  /// {@return the comparison of two runs, or empty where they have no problem in common} Suites of
  /// different versions have none.
  ///
  /// @param first the first run
  /// @param second the second run
  public static Optional<Comparison> of(Report first, Report second) {
    Set<String> others = otherVersions(first, second);
    Map<String, Item> known = new LinkedHashMap<>();
    second.items().forEach(item -> known.put(key(item), item));
    Map<String, Row> rows = new LinkedHashMap<>();
    Row all = new Row(ALL, 0, 0, 0, 0);
    Ratios ratios = Ratios.NONE;
    for (Item item : first.items()) {
      Item pair = known.get(key(item));
      if (pair != null && !others.contains(item.suite())) {
        Row row = rows.getOrDefault(item.suite(), new Row(item.suite(), 0, 0, 0, 0));
        rows.put(item.suite(), row.plus(item.solved(), pair.solved()));
        all = all.plus(item.solved(), pair.solved());
        ratios =
            ratios.plus(
                new Ratios.Spending(item, first.testTokens(item)),
                new Ratios.Spending(pair, second.testTokens(pair)));
      }
    }
    List<Row> listed = new ArrayList<>(rows.values());
    if (rows.size() > 1) {
      listed.add(all);
    }
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Comparison(name(first), name(second), listed, ratios));
  }

  // The suites of which both runs have a version, but not the same one.
  private static Set<String> otherVersions(Report first, Report second) {
    Map<String, String> hashes = new LinkedHashMap<>();
    first.header().suites().forEach(suite -> hashes.put(suite.name(), suite.hash()));
    return second.header().suites().stream()
        .filter(suite -> !hashes.getOrDefault(suite.name(), suite.hash()).equals(suite.hash()))
        .map(Header.Suite::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String name(Report report) {
    String model = report.header().model();
    return report.header().contestant() + (model.isEmpty() ? "" : " " + model);
  }

  private static String key(Item item) {
    return item.suite() + " " + item.index();
  }
}
