package dev.hone.cli;

import dev.hone.bench.Header;
import dev.hone.bench.Numbers;
import dev.hone.bench.Report;
import dev.hone.bench.Report.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The table of a bench run.
final class BenchTable {
  private static final List<String> TITLES =
      List.of(
          "suite",
          "strategy",
          "model",
          "problems",
          "solved",
          "95 %",
          "claimed",
          "precision",
          "tokens",
          "seconds");
  private static final int TEXTS = 3;

  private BenchTable() {}

  /// {@return one line for each suite, then for all together and for each class of work, where
  /// there are several} Tokens and seconds are those of one problem on average.
  static String of(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    List<Header.Suite> suites = report.header().suites();
    suites.forEach(suite -> rows.add(row(suite.name(), report, report.totals(suite.name()))));
    if (suites.size() > 1) {
      rows.add(row("all", report, report.totals()));
    }
    if (report.types().size() > 1) {
      report.types().forEach(type -> rows.add(row("  " + type, report, report.ofType(type))));
    }
    List<Integer> widths =
        IntStream.range(0, TITLES.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static List<String> row(String name, Report report, Totals totals) {
    String model = report.header().model();
    return List.of(
        name,
        report.header().contestant(),
        model.isEmpty() ? "-" : model,
        Integer.toString(totals.problems()),
        Numbers.share(totals.solved(), totals.problems()),
        Numbers.interval(totals.solved(), totals.problems()),
        Integer.toString(totals.claimed()),
        Numbers.percent(totals.claimedAndSolved(), totals.claimed()),
        Numbers.each(totals.tokens(), totals.problems()),
        Numbers.each(totals.seconds(), totals.problems(), 1));
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String gap = " ".repeat(widths.get(i) - row.get(i).length());
      line.append(i == 0 ? "" : "  ").append(i < TEXTS ? row.get(i) + gap : gap + row.get(i));
    }
    return line.toString().stripTrailing() + "\n";
  }
}
