package dev.hone.cli;

import dev.hone.bench.Comparison;
import dev.hone.bench.Figures;
import dev.hone.bench.Report;
import java.util.List;
import java.util.stream.Collectors;

/// Reports of bench runs as tables for a Markdown page.
final class MarkdownReport {
  private MarkdownReport() {}

  /// {@return figures side by side, a column for each run}
  ///
  /// @param reports the runs
  static String figures(List<Report> reports) {
    return table(
        new Figures.Row("", reports.stream().map(report -> report.header().contestant()).toList()),
        Figures.all(reports));
  }

  /// {@return a row for each suite that two runs have in common, and one for all}
  ///
  /// @param comparison the comparison of the runs
  static String suites(Comparison comparison) {
    String one = strategy(comparison.first());
    String other = strategy(comparison.second());
    return table(
        new Figures.Row(
            "suite", List.of("problems", one, other, "only " + one, "only " + other, "chance")),
        Figures.suites(comparison));
  }

  /// {@return a table}
  ///
  /// @param first the title of the first column
  /// @param titles the titles of the others
  /// @param rows the rows
  static String table(String first, List<String> titles, List<Figures.Row> rows) {
    return table(new Figures.Row(first, titles), rows);
  }

  // A run is named by its strategy, which may be several words, and its model.
  private static String strategy(String run) {
    return run.replaceFirst(" \\S+$", "");
  }

  private static String table(Figures.Row titles, List<Figures.Row> rows) {
    return line(titles)
        + "|---".repeat(titles.cells().size() + 1)
        + "|\n"
        + rows.stream().map(MarkdownReport::line).collect(Collectors.joining());
  }

  private static String line(Figures.Row row) {
    return "| "
        + row.name()
        + row.cells().stream().collect(Collectors.joining(" | ", " | ", " |\n"));
  }
}
