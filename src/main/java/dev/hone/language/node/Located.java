package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A node of a syntax tree with its place in the text.
///
/// @param node the node
/// @param start where its text starts, in characters from the start of the file's text
record Located(SyntaxNode node, int start) {
  /// Returns the root of a tree.
  static Located root(SyntaxNode root, String text) {
    return new Located(root, Math.max(0, text.indexOf(root.text())));
  }

  int end() {
    return start + node.text().length();
  }

  /// Returns the nodes right below. Only blank space stands between two of them, since comments are
  /// nodes too, so each is the next place that reads as it does.
  List<Located> children() {
    List<Located> children = new ArrayList<>();
    int from = 0;
    for (SyntaxNode child : node.children()) {
      int at = node.text().indexOf(child.text(), from);
      if (at >= 0) {
        children.add(new Located(child, start + at));
        from = at + child.text().length();
      }
    }
    return children;
  }

  /// Returns this node and all below it, parents first.
  Stream<Located> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Located::all));
  }

  /// A piece of text in place of another.
  record Edit(int start, int end, String text) {}

  /// Returns a text with some of its pieces replaced.
  static String edited(String text, List<Edit> edits) {
    StringBuilder whole = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> whole.replace(edit.start(), edit.end(), edit.text()));
    return whole.toString();
  }
}
