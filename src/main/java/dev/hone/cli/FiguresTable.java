package dev.hone.cli;

import dev.hone.bench.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures of runs side by side, one line for each.
final class FiguresTable {
  private FiguresTable() {}

  /// {@return the table}
  ///
  /// @param titles what the runs are called; empty for no line of titles
  /// @param rows the figures
  static String of(List<String> titles, List<Figures.Row> rows) {
    List<Figures.Row> lines = new ArrayList<>(rows);
    if (!titles.isEmpty()) {
      lines.addFirst(new Figures.Row("", titles));
    }
    int names = lines.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().cells().size())
            .mapToObj(i -> lines.stream().mapToInt(row -> row.cells().get(i).length()).max())
            .map(width -> width.orElse(0))
            .toList();
    return lines.stream().map(row -> line(row, names, widths)).collect(Collectors.joining());
  }

  /// {@return the same as data: `rows`, each with its `name` and a field for each title}
  ///
  /// @param titles what the cells are called
  /// @param rows the figures
  static ObjectNode form(List<String> titles, List<Figures.Row> rows) {
    ObjectNode form = Json.form();
    ArrayNode listed = form.putArray("rows");
    for (Figures.Row row : rows) {
      ObjectNode one = listed.addObject().put("name", row.name());
      for (int i = 0; i < titles.size(); i++) {
        one.put(titles.get(i), row.cells().get(i));
      }
    }
    return form;
  }

  private static String line(Figures.Row row, int names, List<Integer> widths) {
    StringBuilder line = new StringBuilder(row.name());
    line.repeat(' ', names - row.name().length());
    for (int i = 0; i < widths.size(); i++) {
      String cell = row.cells().get(i);
      line.append("  ").repeat(' ', widths.get(i) - cell.length()).append(cell);
    }
    return line.append('\n').toString();
  }
}
