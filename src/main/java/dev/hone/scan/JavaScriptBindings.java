package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Enters what statements of JavaScript bind into a scope.
final class JavaScriptBindings {
  /// Patterns nested deeper than this bind nothing.
  private static final int DEEPEST_PATTERN = 20;

  private final Scope scope;
  private final Names names;

  JavaScriptBindings(Scope scope, Names names) {
    this.scope = scope;
    this.names = names;
  }

  void enter(SyntaxNode node) {
    switch (node.type()) {
      case "variable_declarator" ->
          node.child("name")
              .ifPresent(
                  name ->
                      bind(declaring(node), name, of(node.childrenAt("value")), DEEPEST_PATTERN));
      case "assignment_expression" -> assign(node);
      case "import_statement" -> importModule(node);
      case "function_declaration",
          "generator_function_declaration",
          "class_declaration",
          "abstract_class_declaration" ->
          node.child("name").ifPresent(name -> scope.bindUnknown(name.text()));
      case "for_in_statement" ->
          node.child("left")
              .ifPresent(left -> bind(scope, left, of(node.childrenAt("right")), DEEPEST_PATTERN));
      default -> {}
    }
  }

  /// Enters what a function or a catch clause binds inside itself.
  static void parameters(SyntaxNode node, Scope inside, Names names) {
    JavaScriptBindings bindings = new JavaScriptBindings(inside, names);
    node.child("parameter")
        .ifPresent(name -> bindings.bind(inside, name, Set::of, DEEPEST_PATTERN));
    node.child("parameters").map(SyntaxNode::children).orElse(List.<SyntaxNode>of()).stream()
        .map(JavaScriptBindings::untyped)
        .forEach(each -> bindings.bind(inside, each, Set::of, DEEPEST_PATTERN));
    if (node.is("function_expression", "generator_function")) {
      node.child("name").ifPresent(name -> inside.bindUnknown(name.text()));
    }
  }

  /// The pattern of a parameter, which TypeScript wraps together with its type.
  private static SyntaxNode untyped(SyntaxNode parameter) {
    return parameter.is("required_parameter", "optional_parameter")
        ? parameter.child("pattern").orElse(parameter)
        : parameter;
  }

  private Scope declaring(SyntaxNode declarator) {
    return declarator.isIn("variable_declaration") ? scope.function() : scope;
  }

  private void assign(SyntaxNode node) {
    node.child("left")
        .ifPresent(
            left -> {
              Scope holder = left.is("identifier") ? scope.holder(left.text()) : scope.function();
              bind(holder, left, of(node.childrenAt("right")), DEEPEST_PATTERN);
            });
  }

  private void importModule(SyntaxNode node) {
    String module = source(node);
    for (SyntaxNode clause : node.children()) {
      if (clause.is("import_clause")) {
        clause.children().forEach(part -> importPart(part, module));
      } else if (clause.is("import_require_clause")) {
        String required = source(clause);
        clause.first().ifPresent(name -> bindPath(name.text(), required));
      }
    }
  }

  private static String source(SyntaxNode node) {
    return node.child("source")
        .flatMap(SyntaxNode::first)
        .map(SyntaxNode::text)
        .map(JavaScript::module)
        .orElse("");
  }

  private void importPart(SyntaxNode part, String module) {
    switch (part.type()) {
      case "identifier" -> bindPath(part.text(), module);
      case "namespace_import" -> part.first().ifPresent(name -> bindPath(name.text(), module));
      case "named_imports" -> part.children().forEach(each -> importName(each, module));
      default -> {}
    }
  }

  private void importName(SyntaxNode specifier, String module) {
    String name = specifier.textAt("name");
    String path = name.equals("default") ? module : module + "." + name;
    bindPath(specifier.child("alias").map(SyntaxNode::text).orElse(name), path);
  }

  private void bindPath(String name, String path) {
    scope.bind(name, () -> Set.of(new Named(path)));
  }

  private Supplier<Set<Value>> of(List<SyntaxNode> values) {
    return () -> {
      Set<Value> found = new LinkedHashSet<>();
      values.forEach(value -> found.addAll(names.values(value, scope)));
      return found;
    };
  }

  private void bind(Scope target, SyntaxNode pattern, Supplier<Set<Value>> values, int depth) {
    if (depth == 0) {
      return;
    }
    switch (pattern.type()) {
      case "identifier", "shorthand_property_identifier_pattern" ->
          target.bind(pattern.text(), values);
      case "assignment_pattern", "object_assignment_pattern" ->
          pattern.child("left").ifPresent(left -> bind(target, left, values, depth - 1));
      case "rest_pattern" ->
          pattern.first().ifPresent(rest -> bind(target, rest, values, depth - 1));
      case "array_pattern" ->
          pattern.children().forEach(each -> bind(target, each, Set::of, depth - 1));
      case "object_pattern" ->
          pattern.children().forEach(each -> property(target, each, values, depth - 1));
      default -> {}
    }
  }

  private void property(Scope target, SyntaxNode part, Supplier<Set<Value>> values, int depth) {
    switch (part.type()) {
      case "pair_pattern" -> {
        String key = part.child("key").map(JavaScriptBindings::key).orElse("");
        part.child("value").ifPresent(value -> bind(target, value, member(values, key), depth));
      }
      case "rest_pattern" -> bind(target, part, values, depth);
      default -> {
        SyntaxNode name = part.child("left").orElse(part);
        bind(target, name, member(values, name.text()), depth);
      }
    }
  }

  private static String key(SyntaxNode key) {
    return key.is("string") ? key.first().map(SyntaxNode::text).orElse("") : key.text();
  }

  private Supplier<Set<Value>> member(Supplier<Set<Value>> values, String name) {
    return () -> names.members(values.get(), List.of(name), scope);
  }
}
