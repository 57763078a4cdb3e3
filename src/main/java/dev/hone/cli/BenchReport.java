package dev.hone.cli;

import dev.hone.bench.Approach;
import dev.hone.bench.BenchForms;
import dev.hone.bench.Comparison;
import dev.hone.bench.Figures;
import dev.hone.bench.KeptResults;
import dev.hone.bench.Report;
import dev.hone.bench.page.ReportPage;
import dev.hone.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How bench runs are reported: one as it ends, or kept ones side by side.
final class BenchReport {
  private final List<String> files;
  private final List<Report> reports;

  private BenchReport(List<String> files, List<Report> reports) {
    this.files = List.copyOf(files);
    this.reports = List.copyOf(reports);
  }

  /// {@return the report of kept results; nothing is run}
  ///
  /// @param files files that `--out` wrote
  /// @throws UsageException if there is none, or one holds something else
  static BenchReport ofKept(List<String> files) {
    if (files.isEmpty()) {
      throw new UsageException("hone bench report takes files of results: A.json [B.json ...]");
    }
    return new BenchReport(files, files.stream().map(KeptResults::read).toList());
  }

  /// {@return the text of one run}
  static String text(Report report) {
    Approach approach = report.header().approach();
    String details =
        approach.asksAModel() && approach != Approach.TESTS
            ? "\n" + FiguresTable.of(List.of(), Figures.details(List.of(report)))
            : "";
    return BenchTable.of(report) + details + MendingTable.of(report) + TestsTable.of(report);
  }

  String text() {
    if (reports.size() == 1) {
      return text(reports.getFirst());
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < reports.size(); i++) {
      text.append("%s: %s%n".formatted(ReportPage.letter(i), name(i)));
    }
    text.append('\n').append(FiguresTable.of(letters(), Figures.all(reports)));
    for (Pair pair : pairs()) {
      text.append('\n').append(ComparisonTable.of(pair.first(), pair.second(), pair.comparison()));
    }
    return text.toString();
  }

  /// {@return the same as data, without the items}
  ObjectNode form() {
    ObjectNode form = Json.form();
    ArrayNode runs = form.putArray("runs");
    for (int i = 0; i < reports.size(); i++) {
      ObjectNode run = runs.addObject().put("run", ReportPage.letter(i));
      run.setAll(BenchForms.summary(reports.get(i)));
      run.remove("schema");
    }
    ArrayNode comparisons = form.putArray("comparisons");
    for (Pair pair : pairs()) {
      ObjectNode one = comparisons.addObject();
      one.put("firstRun", pair.first()).put("secondRun", pair.second());
      one.setAll(ComparisonTable.form(pair.comparison()));
      one.remove("schema");
    }
    return form;
  }

  /// {@return the same as tables for a Markdown page}
  String markdown() {
    StringBuilder text = new StringBuilder(MarkdownReport.figures(reports));
    pairs().forEach(pair -> text.append('\n').append(MarkdownReport.suites(pair.comparison())));
    return text.toString();
  }

  String page() {
    return ReportPage.of(reports);
  }

  /// Two runs with problems in common.
  private record Pair(String first, String second, Comparison comparison) {}

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      for (int j = i + 1; j < reports.size(); j++) {
        Optional<Comparison> found = Comparison.of(reports.get(i), reports.get(j));
        if (found.isPresent()) {
          pairs.add(new Pair(ReportPage.letter(i), ReportPage.letter(j), found.get()));
        }
      }
    }
    return pairs;
  }

  private String name(int index) {
    Report report = reports.get(index);
    String model = report.header().model();
    return "%s%s  (%s)"
        .formatted(
            report.header().contestant(), model.isEmpty() ? "" : " " + model, files.get(index));
  }

  private List<String> letters() {
    return IntStream.range(0, reports.size()).mapToObj(ReportPage::letter).toList();
  }
}
