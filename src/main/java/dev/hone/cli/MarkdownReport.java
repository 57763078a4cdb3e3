package dev.hone.cli;

import dev.hone.bench.Comparison;
import dev.hone.bench.Figures;
import dev.hone.bench.Numbers;
import dev.hone.bench.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reports of bench runs as tables for a Markdown page.
final class MarkdownReport {
  private MarkdownReport() {}

  /// {@return figures side by side, a column for each run}
  ///
  /// @param reports the runs
  static String figures(List<Report> reports) {
    List<Figures.Row> rows = new ArrayList<>(Figures.outcome(reports));
    rows.addAll(Figures.details(reports));
    return table(
        "",
        reports.stream().map(report -> report.header().approach().id()).toList(),
        rows.stream().map(row -> line(row.name(), row.cells())).toList());
  }

  /// {@return a row for each suite that two runs have in common, and one for all}
  ///
  /// @param comparison the comparison of the runs
  static String suites(Comparison comparison) {
    String one = strategy(comparison.first());
    String other = strategy(comparison.second());
    return table(
        "suite",
        List.of("problems", one, other, "only " + one, "only " + other, "chance"),
        comparison.rows().stream().map(MarkdownReport::line).toList());
  }

  // A run is named by its strategy and its model.
  private static String strategy(String run) {
    return run.replaceFirst(" .*", "");
  }

  private static String line(Comparison.Row row) {
    return line(
        row.suite(),
        List.of(
            Integer.toString(row.pairs()),
            Numbers.share(row.both() + row.onlyFirst(), row.pairs()),
            Numbers.share(row.both() + row.onlySecond(), row.pairs()),
            Integer.toString(row.onlyFirst()),
            Integer.toString(row.onlySecond()),
            String.format(Locale.ROOT, "%.3f", row.chance())));
  }

  private static String table(String corner, List<String> titles, List<String> lines) {
    return line(corner, titles) + "|---".repeat(titles.size() + 1) + "|\n" + String.join("", lines);
  }

  private static String line(String name, List<String> cells) {
    return "| " + name + cells.stream().collect(Collectors.joining(" | ", " | ", " |\n"));
  }
}
