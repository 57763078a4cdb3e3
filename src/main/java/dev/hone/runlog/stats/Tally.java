package dev.hone.runlog.stats;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What several cells come to together.
///
/// @param counts how many runs, and how many of them failed
/// @param endings how many runs ended for each reason, sorted by its name
/// @param rounds the rounds of each run that did not fail, fewest first
/// @param tokens the tokens of each run that did not fail, fewest first
public record Tally(
    Counts counts, Map<String, Integer> endings, List<Long> rounds, List<Long> tokens) {
  /// Copies the collections.
  public Tally {
    endings = Collections.unmodifiableMap(new TreeMap<>(endings));
    rounds = sorted(rounds);
    tokens = sorted(tokens);
  }

  // as plain numbers: there is one for each run
  private static List<Long> sorted(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sorted().boxed().toList();
  }

  static Tally of(Collection<Cell> cells) {
    return new Tally(
        cells.stream().map(Cell::counts).reduce(Counts.NONE, Counts::plus),
        cells.stream()
            .collect(Collectors.toMap(Cell::ended, cell -> cell.counts().runs(), Integer::sum)),
        cells.stream().flatMap(cell -> cell.rounds().stream()).toList(),
        cells.stream().flatMap(cell -> cell.tokens().stream()).toList());
  }

  /// {@return the median of the rounds to a pass, or empty where no run passed}
  public OptionalDouble medianRounds() {
    return median(rounds);
  }

  /// {@return the median of the tokens to a pass, or empty where no run passed}
  public OptionalDouble medianTokens() {
    return median(tokens);
  }

  private static OptionalDouble median(List<Long> sorted) {
    int size = sorted.size();
    return size == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0);
  }
}
