package dev.hone.cli;

import dev.hone.bench.Item;
import dev.hone.bench.Item.HeldTests;
import dev.hone.bench.Report;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/// How the tests that a model wrote fare with the right solutions, one line for each language.
final class TestsTable {
  private static final String FORM = "%-12s %8s %8s %8s %9s %15s %13s%n";

  private TestsTable() {}

  /// {@return the table with an empty line before it; empty where no tests were measured}
  static String of(Report report) {
    String head =
        FORM.formatted(
            "language", "problems", "no tests", "tests", "a problem", "right", "right errors");
    return LanguageLines.of(report, HeldTests.class, head, TestsTable::line);
  }

  private static String line(String name, List<Item> items) {
    int written = sum(items, HeldTests::written);
    return FORM.formatted(
        name,
        items.size(),
        items.stream().filter(item -> held(item).written() == 0).count(),
        written,
        String.format(Locale.ROOT, "%.1f", (double) written / items.size()),
        share(sum(items, HeldTests::right), written),
        share(sum(items, HeldTests::rightErrors), sum(items, HeldTests::errors)));
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "-"
        : String.format(Locale.ROOT, "%d (%.1f %%)", part, 100.0 * part / whole);
  }

  private static int sum(List<Item> items, ToIntFunction<HeldTests> what) {
    return items.stream().map(TestsTable::held).mapToInt(what).sum();
  }

  private static HeldTests held(Item item) {
    return item.measured(HeldTests.class).orElseThrow();
  }
}
