package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Value.Named;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Enters what statements of Go bind into a scope.
final class GoBindings {
  // the last part of "example.com/x/v2" says a version and no name
  private static final Pattern VERSION = Pattern.compile("/v[0-9]+$");

  private final Scope scope;
  private final Names names;

  GoBindings(Scope scope, Names names) {
    this.scope = scope;
    this.names = names;
  }

  void enter(SyntaxNode node) {
    switch (node.type()) {
      case "import_spec" -> importPackage(node);
      case "function_declaration", "type_spec", "type_alias" ->
          node.at("name").forEach(name -> scope.bindUnknown(name.text()));
      case "short_var_declaration", "assignment_statement" ->
          pairs(listed(node, "left"), listed(node, "right"));
      case "var_spec", "const_spec" -> pairs(node.childrenAt("name"), listed(node, "value"));
      case "parameter_declaration", "variadic_parameter_declaration" -> parameters(node);
      case "range_clause" -> pairs(listed(node, "left"), List.of());
      case "type_switch_statement" -> pairs(listed(node, "alias"), List.of());
      default -> {}
    }
  }

  private void importPackage(SyntaxNode spec) {
    String path = spec.at("path").map(Go::text).findFirst().orElse("");
    String plain = VERSION.matcher(path).replaceFirst("");
    String name = spec.textAt("name");
    switch (name) {
      case "_" -> {}
      case "." -> scope.module().addWildcard(path);
      case "" -> bindPath(plain.substring(plain.lastIndexOf('/') + 1), path);
      default -> bindPath(name, path);
    }
  }

  private void bindPath(String name, String path) {
    scope.module().bind(name, () -> Set.of(new Named(path)));
  }

  /// A parameter of a function stands inside it; one of a bare type at the top binds nothing.
  private void parameters(SyntaxNode node) {
    if (!scope.isModule()) {
      node.childrenAt("name").forEach(name -> scope.bindUnknown(name.text()));
    }
  }

  private static List<SyntaxNode> listed(SyntaxNode node, String place) {
    return node.at(place).flatMap(list -> list.children().stream()).toList();
  }

  private void pairs(List<SyntaxNode> targets, List<SyntaxNode> values) {
    boolean inPairs = targets.size() == values.size();
    for (int i = 0; i < targets.size(); i++) {
      SyntaxNode target = targets.get(i);
      if (target.is("identifier")) {
        SyntaxNode value = inPairs ? values.get(i) : target;
        scope.bind(target.text(), () -> inPairs ? names.values(value, scope) : Set.of());
      }
    }
  }
}
