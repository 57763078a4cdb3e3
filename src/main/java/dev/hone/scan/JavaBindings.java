package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Enters what declarations and statements of Java bind into a scope.
final class JavaBindings {
  private final Scope scope;
  private final Names names;

  JavaBindings(Scope scope, Names names) {
    this.scope = scope;
    this.names = names;
  }

  void enter(SyntaxNode node) {
    switch (node.type()) {
      case "import_declaration" -> importName(node);
      case "class_declaration",
          "interface_declaration",
          "enum_declaration",
          "record_declaration",
          "annotation_type_declaration",
          "method_declaration" ->
          scope.bindUnknown(node.textAt("name"));
      case "type_parameter" -> node.first().ifPresent(name -> scope.bindUnknown(name.text()));
      case "variable_declarator" -> variable(node);
      case "formal_parameter", "resource", "enhanced_for_statement", "instanceof_expression" ->
          typed(node);
      case "catch_formal_parameter" -> node.at("name").forEach(n -> scope.bindUnknown(n.text()));
      case "type_pattern", "record_pattern_component" -> pattern(node);
      default -> {}
    }
  }

  /// Enters the parameters of a lambda that say no types.
  static void parameters(SyntaxNode node, Scope inside) {
    if (node.is("lambda_expression")) {
      for (SyntaxNode parameters : node.childrenAt("parameters")) {
        List<SyntaxNode> all =
            parameters.is("identifier") ? List.of(parameters) : parameters.children();
        all.stream()
            .filter(each -> each.is("identifier"))
            .forEach(each -> inside.bindUnknown(each.text()));
      }
    }
  }

  /// A `static` import brings in what a class has, which is named alike.
  private void importName(SyntaxNode node) {
    String path = node.first().map(each -> each.text().replaceAll("\\s", "")).orElse("");
    boolean all = node.children().stream().anyMatch(part -> part.is("asterisk"));
    if (all) {
      scope.module().addWildcard(path);
    } else {
      String name = path.substring(path.lastIndexOf('.') + 1);
      scope.module().bind(name, () -> Set.of(new Named(path)));
    }
  }

  private void variable(SyntaxNode declarator) {
    bind(
        declarator.textAt("name"),
        declarator.parent().map(each -> each.childrenAt("type")).orElse(List.of()),
        declarator.childrenAt("value"));
  }

  private void typed(SyntaxNode node) {
    boolean each = node.is("enhanced_for_statement");
    String name = node.textAt("name");
    if (!name.isEmpty()) {
      bind(
          name,
          node.is("instanceof_expression") ? node.childrenAt("right") : node.childrenAt("type"),
          each ? List.of() : node.childrenAt("value"));
    }
  }

  private void pattern(SyntaxNode node) {
    List<SyntaxNode> parts = node.children();
    if (parts.size() == 2) {
      bind(parts.getLast().text(), List.of(parts.getFirst()), List.of());
    }
  }

  private void bind(String name, List<SyntaxNode> types, List<SyntaxNode> values) {
    scope.bind(
        name,
        () -> {
          Set<Value> found = new LinkedHashSet<>();
          values.forEach(value -> found.addAll(names.values(value, scope)));
          types.stream()
              .flatMap(type -> names.paths(type, scope).stream())
              .forEach(path -> found.add(new Named(path + "()")));
          return found;
        });
  }
}
