package dev.hone.cli;

import dev.hone.bench.Comparison;
import dev.hone.bench.Comparison.Row;
import dev.hone.result.Forms;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the comparison of two bench runs is shown.
final class ComparisonTable {
  private ComparisonTable() {}

  /// {@return a line that names the runs, then one line for each row} Shares are of the pairs.
  static String of(Comparison comparison) {
    int width = comparison.rows().stream().mapToInt(row -> row.suite().length()).max().orElse(5);
    String form = "%-" + Math.max(5, width) + "s %6s %14s %14s %7s %7s %8s%n";
    return "A: %s%nB: %s%n%n".formatted(comparison.first(), comparison.second())
        + form.formatted("suite", "pairs", "A", "B", "only A", "only B", "chance")
        + comparison.rows().stream().map(row -> line(form, row)).collect(Collectors.joining());
  }

  /// {@return the same as data}
  static ObjectNode form(Comparison comparison) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("schema", Forms.SCHEMA);
    form.put("first", comparison.first());
    form.put("second", comparison.second());
    var rows = form.putArray("rows");
    for (Row row : comparison.rows()) {
      ObjectNode one = rows.addObject();
      one.put("suite", row.suite());
      one.put("pairs", row.pairs());
      one.put("both", row.both());
      one.put("onlyFirst", row.onlyFirst());
      one.put("onlySecond", row.onlySecond());
      one.put("neither", row.neither());
      one.put("chance", row.chance());
    }
    return form;
  }

  private static String line(String form, Row row) {
    return form.formatted(
        row.suite(),
        row.pairs(),
        BenchTable.share(row.both() + row.onlyFirst(), row.pairs()),
        BenchTable.share(row.both() + row.onlySecond(), row.pairs()),
        row.onlyFirst(),
        row.onlySecond(),
        String.format(Locale.ROOT, "%.3f", row.chance()));
  }
}
