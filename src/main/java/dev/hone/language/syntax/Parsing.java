package dev.hone.language.syntax;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/// Reads a text into nodes. Broken code gives a tree too, with the readable parts in it.
///
/// @param grammar the language's
/// @param depth the most steps from the root to a node
/// @param kept tells which nodes are among the children of their parent
record Parsing(TSLanguage grammar, int depth, Predicate<SyntaxNode> kept) {
  SyntaxNode tree(String content) {
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
  private SyntaxNode copy(TSTreeCursor cursor, Source source) {
    SyntaxNode root = node(cursor, null, source);
    SyntaxNode at = root;
    int below = 0;
    boolean down = true;
    while (true) {
      if (down && below < depth && cursor.gotoFirstChild()) {
        at = enter(cursor, at, source);
        below++;
      } else if (cursor.gotoNextSibling()) {
        at = enter(cursor, at.parent().orElse(root), source);
        down = true;
      } else if (cursor.gotoParent()) {
        at = at.parent().orElse(root);
        below--;
        down = false;
      } else {
        return root;
      }
    }
  }

  private SyntaxNode enter(TSTreeCursor cursor, SyntaxNode parent, Source source) {
    SyntaxNode node = node(cursor, parent, source);
    if (kept.test(node)) {
      parent.add(node);
    }
    return node;
  }

  private static SyntaxNode node(TSTreeCursor cursor, @Nullable SyntaxNode parent, Source source) {
    TSNode node = cursor.currentNode();
    String field = parent == null ? null : cursor.currentFieldName();
    return new SyntaxNode(
        new SyntaxNode.Kind(
            node.getType(), field == null ? "" : field, node.isNamed(), node.hasError()),
        parent,
        source,
        new SyntaxNode.Span(
            node.getStartByte(),
            node.getEndByte(),
            node.getStartPoint().getRow() + 1,
            node.getEndPoint().getRow() + 1));
  }
}
