package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import org.treesitter.TSLanguage;

/// Reads a text into the nodes that carry meaning: comments and punctuation are left out.
final class SyntaxTree {
  private final TSLanguage grammar;

  SyntaxTree(TSLanguage grammar) {
    this.grammar = grammar;
  }

  SyntaxNode read(String content) {
    return SyntaxNode.parseWhole(grammar, content, SyntaxTree::hasMeaning);
  }

  private static boolean hasMeaning(SyntaxNode node) {
    boolean read = node.named() || !node.field().isEmpty() || node.is("async", "of", "in");
    // the tokens of a macro are names only together with what joins them
    boolean joins = node.is("::") && node.isIn("token_tree");
    return (read || joins) && !node.isComment() && !node.is("line_continuation");
  }
}
