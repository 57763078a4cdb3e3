package dev.hone.cli;

import dev.hone.bench.Comparison;
import dev.hone.bench.Comparison.Row;
import dev.hone.bench.Figures;
import dev.hone.bench.Numbers;
import dev.hone.bench.Ratios;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// How the comparison of two bench runs is shown.
final class ComparisonTable {
  private ComparisonTable() {}

  /// {@return lines that name the runs, then one line for each row, then what was spent} Shares are
  /// of the pairs.
  static String of(Comparison comparison) {
    return "A: %s%nB: %s%n%n".formatted(comparison.first(), comparison.second())
        + of("A", "B", comparison);
  }

  /// {@return the same without the names}
  ///
  /// @param first what the first run is called
  /// @param second what the second run is called
  /// @param comparison the comparison
  static String of(String first, String second, Comparison comparison) {
    int width = comparison.rows().stream().mapToInt(row -> row.suite().length()).max().orElse(5);
    String form = "%-" + Math.max(5, width) + "s %6s %14s %14s %7s %7s %8s%n";
    Ratios ratios = comparison.ratios();
    return form.formatted(
            "suite", "pairs", first, second, "only " + first, "only " + second, "chance")
        + Figures.suites(comparison).stream()
            .map(row -> line(form, row))
            .collect(Collectors.joining())
        + "%n%s against %s: tokens x %s, for code alone x %s, seconds x %s%n"
            .formatted(
                second,
                first,
                Numbers.ratio(ratios.tokens()),
                Numbers.ratio(ratios.codeTokens()),
                Numbers.ratio(ratios.seconds()));
  }

  /// {@return the same as data}
  static ObjectNode form(Comparison comparison) {
    ObjectNode form = Json.form();
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
    form.putObject("ratios")
        .put("tokens", known(comparison.ratios().tokens()))
        .put("codeTokens", known(comparison.ratios().codeTokens()))
        .put("seconds", known(comparison.ratios().seconds()));
    return form;
  }

  private static @Nullable BigDecimal known(OptionalDouble ratio) {
    return ratio.isEmpty()
        ? null
        : BigDecimal.valueOf(ratio.getAsDouble()).setScale(3, RoundingMode.HALF_UP);
  }

  private static String line(String form, Figures.Row row) {
    return form.formatted(Stream.concat(Stream.of(row.name()), row.cells().stream()).toArray());
  }
}
