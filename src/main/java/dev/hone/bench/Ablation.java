package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a strategy loses, or gains, by each piece that is left out: a row for the whole, then one
/// for each run without a piece, on the problems that it has in common with the whole.
public final class Ablation {
  /// What the cells of a row say.
  public static final List<String> TITLES =
      List.of(
          "problems",
          "solved",
          "lost",
          "won",
          "chance",
          "claimed",
          "precision",
          "code tokens",
          "test tokens");

  private static final String NOTHING = "-";

  private Ablation() {}

  /// {@return the rows; `lost` is what only the whole solved, `won` what only the run without the
  /// piece did}
  ///
  /// @param files files that `--out` wrote, that of the whole strategy first
  /// @throws UsageException if there are fewer than two, one is no such file, or has no problem in
  ///   common with the first
  public static List<Figures.Row> of(List<String> files) {
    if (files.size() < 2) {
      throw new UsageException(
          "hone bench ablation takes files of results, that of the whole strategy first:"
              + " WHOLE.json WITHOUT.json [WITHOUT.json ...]");
    }
    Report whole = KeptResults.read(files.getFirst());
    List<Figures.Row> rows = new ArrayList<>();
    rows.add(row(whole, List.of(NOTHING, NOTHING, NOTHING)));
    for (String file : files.subList(1, files.size())) {
      Report without = KeptResults.read(file);
      Comparison.Row all = Comparison.of(files.getFirst(), whole, file, without).rows().getLast();
      rows.add(
          row(
              without,
              List.of(
                  Integer.toString(all.onlyFirst()),
                  Integer.toString(all.onlySecond()),
                  String.format(Locale.ROOT, "%.3f", all.chance()))));
    }
    return List.copyOf(rows);
  }

  private static Figures.Row row(Report report, List<String> beside) {
    Report.Totals totals = report.totals();
    Breakdown.Split tokens = Breakdown.of(report).tokens();
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(totals.problems()));
    cells.add(Numbers.share(totals.solved(), totals.problems()));
    cells.addAll(beside);
    cells.add(Integer.toString(totals.claimed()));
    cells.add(Numbers.percent(totals.claimedAndSolved(), totals.claimed()));
    cells.add(Numbers.each(tokens.code(), tokens.problems()));
    cells.add(Numbers.each(tokens.tests(), tokens.problems()));
    return new Figures.Row(report.header().contestant(), cells);
  }
}
