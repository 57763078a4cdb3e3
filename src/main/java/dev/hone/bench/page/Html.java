package dev.hone.bench.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes HTML. Text is made harmless; only {@link #raw} takes markup.
final class Html {
  private static final String STYLE = "page.css";

  private final StringBuilder out = new StringBuilder();

  void open(String title) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(text(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(text(title))
        .append("</h1>\n");
  }

  void heading(String words) {
    out.append("<h2>").append(text(words)).append("</h2>\n");
  }

  void paragraph(String words) {
    out.append("<p>").append(text(words)).append("</p>\n");
  }

  void raw(String markup) {
    out.append(markup);
  }

  /// Writes a table whose first column names its rows.
  void table(List<String> titles, List<List<String>> rows) {
    out.append("<div class=\"wide\"><table>\n<thead><tr>");
    titles.forEach(title -> cell("th scope=\"col\"", "th", title));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      cell("th scope=\"row\"", "th", row.getFirst());
      row.stream().skip(1).forEach(one -> cell("td", "td", one));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
  }

  String close() {
    return out.append("</body>\n</html>\n").toString();
  }

  /// {@return text as it stands in HTML, in an attribute too}
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void cell(String opening, String closing, String words) {
    out.append('<').append(opening).append('>').append(text(words));
    out.append("</").append(closing).append('>');
  }

  private static String style() {
    try (InputStream in = Html.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("no such resource: " + STYLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
