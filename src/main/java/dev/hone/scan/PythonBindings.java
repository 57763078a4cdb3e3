package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Enters what statements of Python bind into a scope.
final class PythonBindings {
  private final Scope scope;
  private final Names names;

  PythonBindings(Scope scope, Names names) {
    this.scope = scope;
    this.names = names;
  }

  void enter(SyntaxNode node) {
    switch (node.type()) {
      case "import_statement" -> node.children().forEach(this::importModule);
      case "import_from_statement" -> importFrom(node);
      case "assignment" -> pair(node, "left", "right");
      case "named_expression" -> pair(node, "name", "value");
      case "for_statement", "for_in_clause" -> pair(node, "left", "right");
      case "as_pattern" -> node.child("alias").ifPresent(alias -> as(node, alias));
      case "global_statement" -> node.children().forEach(name -> scope.passOn(name.text()));
      case "function_definition", "class_definition" ->
          node.child("name").ifPresent(name -> scope.bindUnknown(name.text()));
      default -> {}
    }
  }

  /// Enters the parameters of a function, which are bound inside it.
  static void parameters(SyntaxNode function, Scope inside, Scope around, Names names) {
    PythonBindings bindings = new PythonBindings(inside, names);
    for (SyntaxNode parameter :
        function.child("parameters").map(SyntaxNode::children).orElse(List.<SyntaxNode>of())) {
      bindings.parameter(parameter, around);
    }
  }

  private void parameter(SyntaxNode parameter, Scope around) {
    SyntaxNode name = parameter.child("name").or(parameter::first).orElse(parameter);
    while (name.is("list_splat_pattern", "dictionary_splat_pattern") && name.first().isPresent()) {
      name = name.first().get();
    }
    scope.bind(
        name.text(),
        () -> {
          Set<Value> values = new LinkedHashSet<>();
          parameter.child("value").ifPresent(v -> values.addAll(names.values(v, around)));
          parameter
              .child("type")
              .flatMap(SyntaxNode::first)
              .ifPresent(t -> names.paths(t, around).forEach(p -> values.add(new Named(p + "()"))));
          return values;
        });
  }

  private void importModule(SyntaxNode node) {
    if (node.is("aliased_import")) {
      String module = node.textAt("name");
      node.child("alias").ifPresent(alias -> bindName(alias.text(), module));
    } else if (node.is("dotted_name")) {
      String top = node.first().map(SyntaxNode::text).orElse(node.text());
      bindName(top, top);
    }
  }

  private void importFrom(SyntaxNode node) {
    String module = node.textAt("module_name");
    for (SyntaxNode each : node.children()) {
      if (each.is("wildcard_import")) {
        scope.module().addWildcard(module);
      }
    }
    for (SyntaxNode each : node.childrenAt("name")) {
      String name = each.child("name").orElse(each).text();
      String known = each.child("alias").map(SyntaxNode::text).orElse(name);
      scope.bind(
          Python.plain(known),
          () -> names.members(Set.of(new Named(module)), List.of(Python.plain(name)), scope));
    }
  }

  private void bindName(String name, String path) {
    scope.bind(Python.plain(name), () -> Set.of(new Named(path)));
  }

  private void pair(SyntaxNode node, String target, String value) {
    List<SyntaxNode> values = node.childrenAt(value);
    node.child(target).ifPresent(left -> bind(left, values));
  }

  private void bind(SyntaxNode target, List<SyntaxNode> values) {
    if (target.is("identifier")) {
      Scope at = scope;
      scope.bind(
          Python.plain(target.text()),
          () -> {
            Set<Value> found = new LinkedHashSet<>();
            values.forEach(value -> found.addAll(names.values(value, at)));
            return found;
          });
    } else if (target.is("pattern_list", "tuple_pattern", "list_pattern")) {
      List<SyntaxNode> parts = target.children();
      List<SyntaxNode> matching = values.size() == 1 ? values.getFirst().children() : List.of();
      boolean inPairs = matching.size() == parts.size();
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).is("identifier")) {
          bind(parts.get(i), inPairs ? List.of(matching.get(i)) : List.of());
        }
      }
    }
  }

  private void as(SyntaxNode node, SyntaxNode alias) {
    SyntaxNode name = alias.is("as_pattern_target") ? alias.first().orElse(alias) : alias;
    bind(name, node.first().stream().toList());
  }
}
