package dev.hone.bench;

import dev.hone.bench.Breakdown.Count;
import dev.hone.bench.Report.Totals;
import dev.hone.result.Ending;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The figures of runs side by side, as people read them.
public final class Figures {
  private static final List<Basis> BASES = List.of(Basis.GIVEN, Basis.AGREED, Basis.OWN);
  private static final Predicate<String> NUMBER = Pattern.compile("[1-9]\\d*").asMatchPredicate();

  private Figures() {}

  /// One figure.
  ///
  /// @param name what it says
  /// @param cells its value in each run, as text; a dash where it is not known
  public record Row(String name, List<String> cells) {
    /// Copies the list.
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// {@return all figures: {@link #outcome}, then {@link #details}}
  ///
  /// @param reports the runs
  public static List<Row> all(List<Report> reports) {
    List<Row> rows = new ArrayList<>(outcome(reports));
    rows.addAll(details(reports));
    return rows;
  }

  /// {@return for each suite that two runs have in common, and for all: how many problems these
  /// are, what each run solved of them, what only one did, and the chance of that}
  ///
  /// @param comparison the comparison of the runs
  public static List<Row> suites(Comparison comparison) {
    return comparison.rows().stream()
        .map(
            row ->
                new Row(
                    row.suite(),
                    List.of(
                        Integer.toString(row.pairs()),
                        Numbers.share(row.both() + row.onlyFirst(), row.pairs()),
                        Numbers.share(row.both() + row.onlySecond(), row.pairs()),
                        Integer.toString(row.onlyFirst()),
                        Integer.toString(row.onlySecond()),
                        String.format(Locale.ROOT, "%.3f", row.chance()))))
        .toList();
  }

  /// {@return what was solved and claimed}
  ///
  /// @param reports the runs
  public static List<Row> outcome(List<Report> reports) {
    List<Totals> totals = reports.stream().map(Report::totals).toList();
    return List.of(
        row("problems", totals, one -> Integer.toString(one.problems())),
        row("solved", totals, one -> Numbers.share(one.solved(), one.problems())),
        row("solved, 95 %", totals, one -> Numbers.interval(one.solved(), one.problems())),
        row("claimed", totals, one -> Integer.toString(one.claimed())),
        row("precision", totals, one -> Numbers.percent(one.claimedAndSolved(), one.claimed())));
  }

  /// {@return precision by what claims rest on, and of those whose answer stood alone, in how many
  /// of the problems that had a right candidate one was chosen, how many generated tests were kept
  /// and are right, what was spent, endings and classes of misses} Endings and classes that occur
  /// in no run have no row, nor have choosing and tests where candidates and tests were not
  /// checked, and answers that stood alone.
  ///
  /// @param reports the runs
  public static List<Row> details(List<Report> reports) {
    List<Breakdown> breakdowns = reports.stream().map(Breakdown::of).toList();
    List<Row> rows = new ArrayList<>();
    for (Basis basis : BASES) {
      rows.add(row("precision, " + basis.id(), breakdowns, one -> precision(one, basis)));
    }
    if (breakdowns.stream().anyMatch(one -> one.alone().claimed() > 0)) {
      rows.add(row("precision, alone", breakdowns, Figures::alone));
    }
    if (breakdowns.stream().anyMatch(one -> one.choosing().problems() > 0)) {
      rows.add(row("right one chosen", breakdowns, Figures::chosen));
    }
    if (breakdowns.stream().anyMatch(one -> one.kept().problems() > 0)) {
      rows.add(row("tests kept a problem", breakdowns, Figures::kept));
      rows.add(row("tests kept, right", breakdowns, Figures::keptRight));
    }
    rows.addAll(spending(reports, breakdowns));
    for (Ending ending : Ending.values()) {
      rows.addAll(
          counted(
              "ended " + ending.id(),
              breakdowns.stream().map(one -> problems(one.endings(), ending)).toList()));
    }
    for (Failure failure : Failure.values()) {
      rows.addAll(
          counted(
              "missed, " + failure.title(),
              breakdowns.stream().map(one -> missed(one.failures(), failure)).toList()));
    }
    return rows;
  }

  private static List<Row> spending(List<Report> reports, List<Breakdown> breakdowns) {
    List<Totals> totals = reports.stream().map(Report::totals).toList();
    List<Breakdown.Split> tokens = breakdowns.stream().map(Breakdown::tokens).toList();
    return List.of(
        row("tokens a problem, code", tokens, one -> Numbers.each(one.code(), one.problems())),
        row("tokens a problem, tests", tokens, one -> Numbers.each(one.tests(), one.problems())),
        row("tokens a solved one", totals, one -> Numbers.each(one.tokens(), one.solved())),
        row("seconds a problem", totals, one -> Numbers.each(one.seconds(), one.problems(), 1)),
        row("seconds a solved one", totals, one -> Numbers.each(one.seconds(), one.solved(), 1)));
  }

  private static String alone(Breakdown breakdown) {
    Breakdown.Alone alone = breakdown.alone();
    return part(alone.solved(), alone.claimed());
  }

  private static String chosen(Breakdown breakdown) {
    Breakdown.Choosing choosing = breakdown.choosing();
    return part(choosing.solved(), choosing.problems());
  }

  private static String kept(Breakdown breakdown) {
    Breakdown.Kept kept = breakdown.kept();
    return kept.problems() == 0 ? "-" : Numbers.each(kept.tests(), kept.problems(), 1);
  }

  private static String keptRight(Breakdown breakdown) {
    Breakdown.Kept kept = breakdown.kept();
    return part(kept.right(), kept.tests());
  }

  private static String part(int part, int whole) {
    return whole == 0 ? "-" : "%d of %d (%s)".formatted(part, whole, Numbers.percent(part, whole));
  }

  private static String precision(Breakdown breakdown, Basis basis) {
    return breakdown.claims().stream()
        .filter(claims -> claims.basis() == basis)
        .map(claims -> part(claims.solved(), claims.claimed()))
        .findFirst()
        .orElse("-");
  }

  private static List<Row> counted(String name, List<String> cells) {
    return cells.stream().anyMatch(NUMBER) ? List.of(new Row(name, cells)) : List.of();
  }

  private static <T> String problems(List<Count<T>> counts, T wanted) {
    return Integer.toString(
        counts.stream().filter(count -> count.of().equals(wanted)).mapToInt(Count::problems).sum());
  }

  // Where the class of a miss is not known, it may be any.
  private static String missed(List<Count<Failure>> counts, Failure wanted) {
    boolean unknown = counts.stream().anyMatch(count -> count.of() == Failure.NONE);
    String problems = problems(counts, wanted);
    return unknown && problems.equals("0") ? "-" : problems;
  }

  private static <T> Row row(String name, List<T> runs, Function<T, String> cell) {
    return new Row(name, runs.stream().map(cell).toList());
  }
}
