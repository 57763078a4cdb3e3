package dev.hone.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table of plain text.
final class Grid {
  private Grid() {}

  /// {@return the rows as lines} Every column is as wide as its widest cell.
  ///
  /// @param rows rows of the same number of cells, the titles first; at least one
  /// @param texts how many columns, from the left, hold text; the others hold numbers and stand to
  ///   the right
  static String of(List<List<String>> rows, int texts) {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    return rows.stream().map(row -> line(row, widths, texts)).collect(Collectors.joining());
  }

  private static String line(List<String> row, List<Integer> widths, int texts) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String gap = " ".repeat(widths.get(i) - row.get(i).length());
      line.append(i == 0 ? "" : "  ").append(i < texts ? row.get(i) + gap : gap + row.get(i));
    }
    return line.toString().stripTrailing() + "\n";
  }
}
