package dev.hone.runlog.stats;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Pieces of HTML. Text from the log goes through {@link #text} before it becomes a part of one.
final class Html {
  private Html() {}

  /// {@return the text as content of an element or of an attribute in double quotes}
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// {@return the text as code}
  static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /// {@return a piece for each item, one after the other}
  static <T> String each(List<T> items, Function<T, String> piece) {
    return items.stream().map(piece).collect(Collectors.joining());
  }

  /// {@return a list with a line for each piece, or nothing where there is none}
  static String list(List<String> pieces) {
    return pieces.isEmpty() ? "" : "<ul>\n" + each(pieces, p -> "<li>" + p + "</li>\n") + "</ul>\n";
  }

  /// {@return a table that scrolls where the page is narrow}
  ///
  /// @param titles the titles of the columns, as text; those that end with `#` are of numbers
  /// @param rows the cells as pieces
  static String table(List<String> titles, List<List<String>> rows) {
    StringBuilder table = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
    titles.forEach(title -> table.append(cell("th", title, text(title.replace("#", "")))));
    table.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      table.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        table.append(cell("td", titles.get(i), row.get(i)));
      }
      table.append("</tr>\n");
    }
    return table.append("</tbody></table></div>\n").toString();
  }

  private static String cell(String tag, String title, String piece) {
    String kind = title.endsWith("#") ? " class=\"number\"" : "";
    return "<" + tag + kind + ">" + piece + "</" + tag + ">";
  }
}
