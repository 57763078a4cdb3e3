package dev.hone.language.java;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Rewrites names in Java text and leaves strings, comments and layout as they are.
final class JavaTokens {
  private JavaTokens() {}

  /// Returns the text with a type called otherwise, wherever its name stands for it.
  static String renamed(String text, String from, String to) {
    List<SyntaxNode> names =
        JavaNames.parse(text).all().filter(node -> node.children().isEmpty()).toList();
    return rewritten(
        text, names, token -> token.text().equals(from) && isName(token) ? to : token.text());
  }

  private static boolean isName(SyntaxNode token) {
    return token.is("identifier", "type_identifier");
  }

  /// The leaves of a tree come in the order of the text, with only blanks between them.
  private static String rewritten(
      String text, List<SyntaxNode> leaves, Function<SyntaxNode, String> word) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (SyntaxNode leaf : leaves) {
      int start = text.indexOf(leaf.text(), at);
      if (start >= 0) {
        result.append(text, at, start).append(word.apply(leaf));
        at = start + leaf.text().length();
      }
    }
    return result.append(text.substring(at)).toString();
  }

  /// Returns the text with one declaration changed.
  static String changed(String text, SyntaxNode declaration, UnaryOperator<String> change) {
    int start = text.indexOf(declaration.text());
    return text.substring(0, start)
        + change.apply(declaration.text())
        + text.substring(start + declaration.text().length());
  }

  /// Returns the text of a declaration with one more modifier, behind those it has.
  static String with(SyntaxNode declaration, String modifier) {
    String modifiers =
        declaration.children().stream()
            .filter(part -> part.is("modifiers"))
            .findFirst()
            .map(SyntaxNode::text)
            .orElse("");
    String rest = declaration.text().substring(modifiers.length()).stripLeading();
    return (modifiers.isEmpty() ? "" : modifiers + " ") + modifier + " " + rest;
  }

  /// Returns the text of a declaration without one of its modifiers.
  static String without(SyntaxNode declaration, String modifier) {
    SyntaxNode modifiers =
        declaration.children().stream()
            .filter(part -> part.is("modifiers"))
            .findFirst()
            .orElseThrow();
    String fewer = modifiers.text().replaceFirst("(?:^|(?<=\\s))" + modifier + "(?:\\s+|$)", "");
    String rest = declaration.text().substring(modifiers.text().length());
    return fewer.isEmpty()
        ? rest.stripLeading()
        : fewer.stripTrailing() + " " + rest.stripLeading();
  }
}
