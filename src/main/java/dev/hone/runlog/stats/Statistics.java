package dev.hone.runlog.stats;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Failure rates of the runs in a log.
///
/// @param by what they are grouped by
/// @param all all runs together
/// @param groups the groups, those with most failed runs (rate times runs) first
/// @param types the classes of work in the same order
/// @param weeks the weeks in which runs began, earliest first
/// @param leftOut runs that are not counted
public record Statistics(
    List<Dimension> by,
    Tally all,
    List<Group> groups,
    List<TypeReport> types,
    List<Week> weeks,
    LeftOut leftOut) {
  private static final int MOST_ERRORS = 5;

  private static final Comparator<Group> WEAKEST =
      Comparator.comparingInt((Group group) -> group.tally().counts().failed())
          .thenComparingDouble(group -> group.tally().counts().rate())
          .reversed()
          .thenComparing(group -> String.join("\n", group.key()));

  /// Copies the lists.
  public Statistics {
    by = List.copyOf(by);
    groups = List.copyOf(groups);
    types = List.copyOf(types);
    weeks = List.copyOf(weeks);
  }

  /// {@return the rates}
  ///
  /// @param facts what the log says
  /// @param by what to group by
  public static Statistics of(Facts facts, List<Dimension> by) {
    return new Statistics(
        by,
        Tally.of(facts.cells()),
        groups(facts.cells(), by),
        groups(facts.cells(), List.of(Dimension.TYPE)).stream()
            .map(group -> type(group, facts))
            .toList(),
        Week.of(facts.days()),
        facts.leftOut());
  }

  private static List<Group> groups(List<Cell> cells, List<Dimension> by) {
    return grouped(cells, cell -> by.stream().map(dimension -> dimension.of(cell)).toList())
        .entrySet()
        .stream()
        .map(entry -> new Group(entry.getKey(), Tally.of(entry.getValue())))
        .sorted(WEAKEST)
        .toList();
  }

  private static TypeReport type(Group group, Facts facts) {
    String type = group.key().getFirst();
    return new TypeReport(
        type,
        group.tally(),
        Counted.of(ofType(type, facts.verdicts(), Note::type), UnaryOperator.identity()),
        Counted.of(ofType(type, facts.errors(), Note::type), FaultKind::of).stream()
            .limit(MOST_ERRORS)
            .toList(),
        ofType(type, facts.examples(), FailedRun::type));
  }

  private static <T> List<T> ofType(String type, Collection<T> all, Function<T, String> typeOf) {
    return all.stream().filter(one -> typeOf.apply(one).equals(type)).toList();
  }

  private static <K> Map<K, List<Cell>> grouped(List<Cell> cells, Function<Cell, K> key) {
    return cells.stream().collect(Collectors.groupingBy(key));
  }
}
