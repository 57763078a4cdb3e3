package dev.hone.language.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text in which statements give way to others while every line keeps its place. Not for use by
/// several threads.
public final class KeptLines {
  private final List<String> lines;

  /// Makes one.
  ///
  /// @param text the text
  public KeptLines(String text) {
    this.lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  /// Puts one text in the place of statements that fill their lines.
  ///
  /// @param statements statements one after the other, not empty
  /// @param text what stands there instead, on no more lines than they have
  public void replace(List<SyntaxNode> statements, String text) {
    int first = statements.getFirst().line() - 1;
    String before = lines.get(first);
    String indent = before.substring(0, before.length() - before.stripLeading().length());
    List<String> written = Arrays.asList((indent + text).split("\n", -1));
    for (int i = 0; i < statements.getLast().lastLine() - first; i++) {
      lines.set(first + i, i < written.size() ? written.get(i) : "");
    }
  }

  /// {@return the whole text}
  public String text() {
    return String.join("\n", lines);
  }
}
