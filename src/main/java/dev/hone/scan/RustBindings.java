package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Enters what items and statements of Rust bind into a scope.
final class RustBindings {
  private final Scope scope;
  private final Names names;

  RustBindings(Scope scope, Names names) {
    this.scope = scope;
    this.names = names;
  }

  void enter(SyntaxNode node) {
    switch (node.type()) {
      case "use_declaration" -> use(node);
      case "extern_crate_declaration" -> externCrate(node);
      case "mod_item" -> bindPath(node.textAt("name"), own(node) + "::" + node.textAt("name"));
      case "function_item", "function_signature_item" -> function(node);
      case "struct_item", "enum_item", "union_item", "trait_item", "const_item", "static_item" ->
          node.at("name").forEach(name -> scope.bindUnknown(Rust.plain(name.text())));
      case "type_parameter", "macro_definition" ->
          node.at("name").forEach(name -> scope.bindUnknown(name.text()));
      case "type_item" -> let(node.child("name"), node.childrenAt("type"));
      case "let_declaration" -> let(node.child("pattern"), node.childrenAt("value"));
      case "parameter", "for_expression" -> let(node.child("pattern"), List.of());
      case "closure_parameters" ->
          node.children().forEach(each -> let(Optional.of(each), List.of()));
      default -> {}
    }
  }

  /// The path of the module that a node stands in.
  private static String own(SyntaxNode node) {
    List<String> around = new ArrayList<>();
    Optional<SyntaxNode> at = node.parent();
    while (at.isPresent()) {
      if (at.get().is("mod_item")) {
        around.addFirst(at.get().textAt("name"));
      }
      at = at.get().parent();
    }
    around.addFirst("crate");
    return String.join("::", around);
  }

  /// Methods are no names that stand alone.
  private void function(SyntaxNode node) {
    boolean method =
        node.parent()
            .flatMap(SyntaxNode::parent)
            .filter(around -> around.is("impl_item", "trait_item"))
            .isPresent();
    if (!method) {
      scope.bindUnknown(Rust.plain(node.textAt("name")));
    }
  }

  private void externCrate(SyntaxNode node) {
    String name = node.textAt("name");
    bindPath(node.child("alias").map(SyntaxNode::text).orElse(name), name);
  }

  private void use(SyntaxNode declaration) {
    for (RustUse use : RustUse.in(declaration)) {
      if (use.name().equals("*")) {
        scope.module().addWildcard(String.join("::", use.path()).replaceFirst("^core::", "std::"));
      } else {
        scope.bind(use.name(), () -> followed(use));
        // so that `module::name` is found from outside
        String module = own(declaration);
        if (!module.equals("crate")) {
          scope.module().bind(module + "::" + use.name(), () -> followed(use));
        }
      }
    }
  }

  /// What a path stands for; a name that is its own first part is the crate of that name.
  private Set<Value> followed(RustUse use) {
    return use.path().getFirst().equals(use.name())
        ? Set.of(new Named(String.join("::", use.path())))
        : names.path(new Path(use.path()), scope);
  }

  private void bindPath(String name, String path) {
    scope.bind(name, () -> Set.of(new Named(path)));
    if (path.startsWith("crate::")) {
      scope.module().bind(path, () -> Set.of(new Named(path)));
    }
  }

  private void let(Optional<SyntaxNode> pattern, List<SyntaxNode> values) {
    pattern.ifPresent(
        target -> {
          switch (target.type()) {
            case "identifier", "type_identifier" -> bind(target, values);
            case "mut_pattern", "ref_pattern", "tuple_pattern" ->
                target.children().forEach(each -> let(Optional.of(each), List.of()));
            default -> {}
          }
        });
  }

  private void bind(SyntaxNode target, List<SyntaxNode> values) {
    scope.bind(
        Rust.plain(target.text()),
        () -> {
          Set<Value> found = new LinkedHashSet<>();
          values.forEach(value -> found.addAll(names.values(value, scope)));
          return found;
        });
  }
}
