package dev.hone.bench.page;

import dev.hone.bench.Comparison;
import dev.hone.bench.Numbers;
import dev.hone.bench.Report;
import java.util.List;
import java.util.Optional;

/// Each two runs that have problems in common, problem by problem.
final class Pairs {
  private final Html html;

  Pairs(Html html) {
    this.html = html;
  }

  void add(List<Report> reports) {
    for (int i = 0; i < reports.size(); i++) {
      for (int j = i + 1; j < reports.size(); j++) {
        Optional<Comparison> pair = Comparison.of(reports.get(i), reports.get(j));
        if (pair.isPresent()) {
          html.heading(
              ReportPage.letter(i) + " and " + ReportPage.letter(j) + ", problem by problem");
          pair(ReportPage.letter(i), ReportPage.letter(j), pair.get());
        }
      }
    }
  }

  private void pair(String first, String second, Comparison comparison) {
    html.table(
        List.of(
            "suite",
            "pairs",
            "both",
            "only " + first,
            "only " + second,
            "neither",
            "chance (McNemar)"),
        comparison.rows().stream().map(Pairs::pair).toList());
    html.paragraph(
        "%s against %s: tokens × %s, for code alone × %s, seconds × %s."
            .formatted(
                second,
                first,
                Numbers.ratio(comparison.ratios().tokens()),
                Numbers.ratio(comparison.ratios().codeTokens()),
                Numbers.ratio(comparison.ratios().seconds())));
  }

  private static List<String> pair(Comparison.Row row) {
    return List.of(
        row.suite(),
        Integer.toString(row.pairs()),
        Integer.toString(row.both()),
        Integer.toString(row.onlyFirst()),
        Integer.toString(row.onlySecond()),
        Integer.toString(row.neither()),
        Numbers.each(row.chance(), 1, 3));
  }
}
