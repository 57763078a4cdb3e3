package dev.hone.scan;

import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/// Reads a text into nodes. Broken code gives a tree too, with the readable parts in it.
final class SyntaxTree {
  private final TSLanguage grammar;

  SyntaxTree(TSLanguage grammar) {
    this.grammar = grammar;
  }

  Node read(String content) {
    Source source = new Source(content);
    // half a surrogate pair is no UTF-8, which the parser refuses
    String clean = source.text();
    try (TSParser parser = new TSParser()) {
      if (!parser.setLanguage(grammar)) {
        throw new IllegalStateException("the grammar does not fit the parser");
      }
      try (TSTree tree = parser.parseString(null, clean);
          TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
        return copy(cursor, source);
      }
    }
  }

  /// A loop with the cursor as its stack, because code can be nested deeper than a thread's stack.
  private static Node copy(TSTreeCursor cursor, Source source) {
    Node root = node(cursor.currentNode(), "", null, source);
    Node at = root;
    boolean down = true;
    while (true) {
      if (down && cursor.gotoFirstChild()) {
        at = enter(cursor, at, source);
      } else if (cursor.gotoNextSibling()) {
        at = enter(cursor, at.parent().orElse(root), source);
        down = true;
      } else if (cursor.gotoParent()) {
        at = at.parent().orElse(root);
        down = false;
      } else {
        return root;
      }
    }
  }

  private static Node enter(TSTreeCursor cursor, Node parent, Source source) {
    TSNode current = cursor.currentNode();
    String field = cursor.currentFieldName();
    Node node = node(current, field == null ? "" : field, parent, source);
    boolean kept = current.isNamed() || !node.field().isEmpty() || node.is("async", "of", "in");
    if (kept && !node.is("comment", "line_continuation")) {
      parent.add(node);
    }
    return node;
  }

  private static Node node(TSNode node, String field, @Nullable Node parent, Source source) {
    Node.Span span =
        new Node.Span(node.getStartByte(), node.getEndByte(), node.getStartPoint().getRow() + 1);
    return new Node(node.getType(), field, parent, source, span);
  }
}
