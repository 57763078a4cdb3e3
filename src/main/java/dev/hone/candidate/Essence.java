package dev.hone.candidate;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.Grammar;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.stream.Collectors;

/// What code is without comments, doc comments and layout. Candidates that differ in those alone
/// are one and the same: they agree with each other, which proves nothing.
public final class Essence {
  private Essence() {}

  /// {@return a text that is equal for equal code; not code itself}
  ///
  /// @param language the code's language
  /// @param code its files
  public static String of(LanguageId language, List<SourceFile> code) {
    return code.stream()
        .map(file -> file.path() + "\n" + of(language, file.content()))
        .collect(Collectors.joining("\n"));
  }

  private static String of(LanguageId language, String content) {
    StringBuilder essence = new StringBuilder();
    add(SyntaxNode.parse(Grammar.of(language), content), essence);
    return essence.toString();
  }

  private static void add(SyntaxNode node, StringBuilder essence) {
    if (node.isComment() || isDocComment(node)) {
      return;
    }
    if (node.children().isEmpty()) {
      essence.append(node.text()).append('\n');
      return;
    }
    // Python's blocks have no brackets of their own.
    essence.append('(');
    node.children().forEach(child -> add(child, essence));
    essence.append(')');
  }

  /// {@return whether a node is a statement that is nothing but a text}
  static boolean isDocComment(SyntaxNode node) {
    return node.is("expression_statement")
        && node.children().size() == 1
        && node.children().getFirst().is("string");
  }
}
