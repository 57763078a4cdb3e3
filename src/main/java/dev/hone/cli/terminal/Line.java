package dev.hone.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One row of a view.
///
/// @param spans its pieces from left to right; may be empty
public record Line(List<Span> spans) {
  /// A piece of one look.
  ///
  /// @param style its look
  /// @param text what it says, without line ends and control characters
  public record Span(Style style, String text) {}

  /// Copies the list.
  public Line {
    spans = List.copyOf(spans);
  }

  /// {@return a line of one look}
  ///
  /// @param style its look
  /// @param text what it says; what could steer a terminal is taken out
  public static Line of(Style style, String text) {
    return new Line(List.of(new Span(style, Cells.clean(text).replace('\n', ' '))));
  }

  /// {@return the text alone}
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /// {@return as much of it as so many cells hold; the last one is `…` where something is left out}
  ///
  /// @param columns how many cells there are, at least 1
  public Line cut(int columns) {
    if (Cells.width(text()) <= columns) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int left = columns - 1;
    for (Span span : spans) {
      String part = start(span.text(), left);
      kept.add(new Span(span.style(), part));
      left -= Cells.width(part);
      if (part.length() < span.text().length()) {
        break;
      }
    }
    kept.add(new Span(Style.FAINT, "…"));
    return new Line(kept);
  }

  private static String start(String text, int cells) {
    int left = cells;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      left -= Cells.width(character);
      if (left < 0) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  /// {@return the line as a terminal takes it}
  String escaped() {
    return spans.stream().map(span -> span.style().on(span.text())).collect(Collectors.joining());
  }
}
