package dev.hone.language.rust;

import dev.hone.language.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a piece of an example is as Rust text.
final class RustText {
  // Variants that need no path.
  private static final Set<String> KNOWN = Set.of("None", "Some", "Ok", "Err");

  private RustText() {}

  /// Whether a text is one expression whose names are defined.
  static boolean isExpression(String text, Set<String> known) {
    SyntaxNode tree = RustItems.parse("fn f() { let _ = (\n" + text + "\n); }");
    List<SyntaxNode> values =
        tree.all()
            .filter(n -> n.is("let_declaration"))
            .limit(1)
            .flatMap(n -> n.at("value"))
            .toList();
    return !tree.broken()
        && tree.parts().size() == 1
        && values.size() == 1
        && values.getFirst().is("parenthesized_expression")
        && tree.all().noneMatch(SyntaxNode::isComment)
        && names(values.getFirst()).allMatch(name -> known.contains(name) || isDefined(name));
  }

  /// Whether texts are statements that only use names that they define.
  static boolean areStatements(List<String> statements, Set<String> known) {
    SyntaxNode tree = RustItems.parse("fn f() {\n" + String.join("\n", ended(statements)) + "\n}");
    Set<String> all = new HashSet<>(known);
    all.addAll(declared(statements));
    return !tree.broken()
        && tree.parts().size() == 1
        && tree.parts()
            .getFirst()
            .at("body")
            .flatMap(RustText::names)
            .allMatch(name -> all.contains(name) || isDefined(name));
  }

  /// Returns statements, each with its semicolon.
  static List<String> ended(List<String> statements) {
    return statements.stream()
        .map(String::strip)
        .map(text -> text.endsWith(";") || text.endsWith("}") ? text : text + ";")
        .toList();
  }

  /// Returns the names that statements bind.
  static Set<String> declared(List<String> statements) {
    return RustItems.parse("fn f() {\n" + String.join("\n", ended(statements)) + "\n}")
        .all()
        .filter(node -> node.is("let_declaration"))
        .flatMap(node -> node.at("pattern"))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  /// A variant, type or constant: the solution's own, or the compiler says so.
  private static boolean isDefined(String name) {
    return KNOWN.contains(name) || name.equals(name.toUpperCase(java.util.Locale.ROOT));
  }

  /// The names that are read as values. A function that is called is not among them, and neither is
  /// what a closure binds.
  private static Stream<String> names(SyntaxNode node) {
    if (node.is("closure_expression", "token_tree", "scoped_identifier", "let_declaration")) {
      return node.is("let_declaration")
          ? node.at("value").flatMap(RustText::names)
          : Stream.empty();
    }
    if (node.is("identifier")) {
      return Stream.of(node.text());
    }
    boolean call = node.is("call_expression");
    return node.children().stream()
        .filter(child -> !(call && child.field().equals("function") && child.is("identifier")))
        .filter(child -> !child.field().equals("macro"))
        .flatMap(RustText::names);
  }
}
