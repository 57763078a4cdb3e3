package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.AnyOf;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Joined;
import dev.hone.scan.Expression.Lambda;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How Go writes names, scopes and calls. A package's names are `os/exec.Command`.
final class Go implements Dialect {
  private final SyntaxTree trees;

  Go(SyntaxTree trees) {
    this.trees = trees;
  }

  @Override
  public SyntaxNode read(String content) {
    return trees.read(content);
  }

  @Override
  public Expression expression(SyntaxNode node) {
    return switch (node.type()) {
      case "identifier", "type_identifier", "package_identifier" -> new Name(node.text());
      case "selector_expression" -> member(node);
      case "qualified_type" -> new Path(List.of(node.textAt("package"), node.textAt("name")));
      case "call_expression" -> Call.of(node);
      case "interpreted_string_literal", "raw_string_literal" -> new Constant(text(node));
      case "binary_expression" -> Joined.ofSum(node);
      case "parenthesized_expression" -> new AnyOf(node.children());
      case "expression_list" -> new AnyOf(single(node));
      case "func_literal" -> new Lambda();
      default -> new Other();
    };
  }

  private static Expression member(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("operand");
    return object.isPresent() ? new Member(object.get(), node.textAt("field")) : new Other();
  }

  private static List<SyntaxNode> single(SyntaxNode list) {
    return list.children().size() == 1 ? list.children() : List.of();
  }

  /// The text between a literal's quotes.
  static String text(SyntaxNode literal) {
    String text = literal.text();
    String inside = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    return literal.is("raw_string_literal") ? inside : Escapes.read(inside);
  }

  @Override
  public void declare(SyntaxNode node, Scope scope, Names names) {
    new GoBindings(scope, names).enter(node);
  }

  @Override
  public Optional<Scope.Kind> opens(SyntaxNode node) {
    return switch (node.type()) {
      case "source_file" -> Optional.of(Scope.Kind.MODULE);
      case "function_declaration", "method_declaration", "func_literal", "function_type" ->
          Optional.of(Scope.Kind.FUNCTION);
      case "block",
          "if_statement",
          "for_statement",
          "expression_switch_statement",
          "type_switch_statement",
          "select_statement",
          "expression_case",
          "type_case",
          "communication_case",
          "default_case" ->
          Optional.of(Scope.Kind.BLOCK);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reads(SyntaxNode node) {
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "function_declaration",
          "type_spec",
          "type_alias",
          "var_spec",
          "const_spec",
          "parameter_declaration",
          "variadic_parameter_declaration",
          "type_parameter_declaration" ->
          !node.field().equals("name");
      case "expression_list" -> !node.is("identifier") || !isTarget(node);
      case "import_spec", "package_clause" -> false;
      default -> !node.is("expression_list");
    };
  }

  /// Whether a name stands on the left of an assignment.
  private static boolean isTarget(SyntaxNode node) {
    return node.parent().filter(list -> list.field().equals("left")).isPresent();
  }

  @Override
  public boolean partOfMore(SyntaxNode node) {
    return (node.isIn("selector_expression") && node.field().equals("operand"))
        || node.isIn("qualified_type");
  }

  @Override
  public Set<Value> unbound(String name, Scope scope) {
    Set<Value> found = new LinkedHashSet<>();
    scope.wildcards().forEach(path -> found.add(new Named(path + "." + name)));
    return found;
  }

  @Override
  public Set<Value> member(String path, String name, Scope scope) {
    return Set.of(new Named(path + "." + name));
  }
}
