package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Enters what C and C++ define into a scope. A function that is only declared is the library's or
/// another file's, so that a declaration hides nothing.
final class CBindings {
  /// Begins the name of a type, which is a name of its own beside that of a function.
  static final String TYPE = "type ";

  private static final String CLASS = "#class";
  private static final String MEMBER = "#member ";
  private static final String FORGOTTEN = "#undef ";

  private final Scope scope;
  private final Names names;

  CBindings(Scope scope, Names names) {
    this.scope = scope;
    this.names = names;
  }

  void enter(SyntaxNode node) {
    switch (node.type()) {
      case "function_definition" -> define(node);
      case "declaration" -> node.childrenAt("declarator").forEach(this::variable);
      case "field_declaration" ->
          node.childrenAt("declarator").forEach(each -> member(named(each)));
      case "parameter_declaration", "optional_parameter_declaration", "for_range_loop" ->
          parameter(node);
      case "enumerator" -> scope.bindUnknown(node.textAt("name"));
      case "class_specifier", "struct_specifier", "enum_specifier", "union_specifier" ->
          scope.bindUnknown(TYPE + node.textAt("name"));
      case "type_definition" ->
          node.childrenAt("declarator")
              .forEach(each -> scope.bindUnknown(TYPE + named(each).text()));
      case "alias_declaration" -> alias(node);
      case "preproc_def", "preproc_function_def" -> macro(node);
      case "preproc_call" -> forget(node);
      case "namespace_alias_definition" -> namespace(node);
      case "using_declaration" -> using(node);
      default -> {}
    }
  }

  /// Marks what stands inside a class, or in a function that is defined outside of its class.
  static void insideOf(SyntaxNode node, Scope inside) {
    boolean outside =
        node.is("function_definition")
            && node.child("declarator")
                .filter(each -> named(each).is("qualified_identifier"))
                .isPresent();
    if (outside || node.is("class_specifier", "struct_specifier")) {
      inside.bindUnknown(CLASS);
    }
  }

  /// Whether a name inside a class is that of a member, which a class above may have.
  static boolean isMember(String name, Scope scope) {
    return scope.lookUp(CLASS).isPresent() && scope.module().lookUp(MEMBER + name).isPresent();
  }

  /// The innermost name of a declarator.
  private static SyntaxNode named(SyntaxNode declarator) {
    SyntaxNode at = declarator;
    while (!at.is("identifier", "field_identifier", "qualified_identifier", "type_identifier")) {
      Optional<SyntaxNode> inner = at.child("declarator").or(at::first);
      if (inner.isEmpty()) {
        return at;
      }
      at = inner.get();
    }
    return at;
  }

  /// Whether a declarator says that there is a function; a pointer to one is a variable.
  private static boolean isFunction(SyntaxNode declarator) {
    Optional<SyntaxNode> at = Optional.of(declarator);
    while (at.isPresent()) {
      Optional<SyntaxNode> inner = at.get().child("declarator");
      if (at.get().is("function_declarator")) {
        return inner.filter(each -> each.is("parenthesized_declarator")).isEmpty();
      }
      at = inner;
    }
    return false;
  }

  /// What stands under a condition may not be there when it is compiled.
  private static boolean isConditional(SyntaxNode node) {
    Optional<SyntaxNode> at = node.parent();
    while (at.isPresent()) {
      SyntaxNode around = at.get();
      boolean guard = around.is("preproc_ifdef") && around.start(7).equals("#ifndef");
      if (around.type().startsWith("preproc_") && !guard) {
        return true;
      }
      at = around.parent();
    }
    return false;
  }

  private void define(SyntaxNode node) {
    if (!isConditional(node)) {
      node.at("declarator").map(CBindings::named).forEach(this::member);
    }
  }

  private void member(SyntaxNode name) {
    if (name.is("identifier", "field_identifier")) {
      scope.bindUnknown(name.text());
    }
    if (name.is("field_identifier")) {
      scope.module().bindUnknown(MEMBER + name.text());
    }
  }

  private void variable(SyntaxNode declarator) {
    if (!isFunction(declarator)) {
      bind(named(declarator), declarator.childrenAt("value"));
    }
  }

  private void parameter(SyntaxNode node) {
    // that of a function which is only declared stands in no function
    if (!scope.isModule()) {
      node.at("declarator").forEach(each -> bind(named(each), List.of()));
    }
  }

  private void bind(SyntaxNode name, List<SyntaxNode> values) {
    scope.bind(
        name.text(),
        () -> {
          Set<Value> found = new LinkedHashSet<>();
          values.forEach(value -> found.addAll(names.values(value, scope)));
          return found;
        });
  }

  private void alias(SyntaxNode node) {
    List<SyntaxNode> types =
        node.at("type").flatMap(type -> type.childrenAt("type").stream()).toList();
    scope.bind(
        TYPE + node.textAt("name"),
        () -> types.isEmpty() ? Set.of() : names.values(types.getFirst(), scope));
  }

  private void macro(SyntaxNode node) {
    String name = node.textAt("name");
    Macro macro = Macro.of(node);
    Path self = new Path(List.of(name));
    if (!macro.mentioned().contains(self)) {
      boolean called = node.is("preproc_function_def");
      scope.module().bind(name, () -> value(name, called, macro));
    }
  }

  private Set<Value> value(String name, boolean called, Macro macro) {
    if (scope.module().lookUp(FORGOTTEN + name).isPresent()) {
      return Set.of(new Named(name));
    }
    List<String> parts = C.parts(macro.body());
    if (called) {
      return Set.of(macro.value());
    }
    return parts.isEmpty() ? Set.of() : names.path(new Path(parts), scope.module());
  }

  private void forget(SyntaxNode node) {
    if (node.textAt("directive").endsWith("undef")) {
      scope.module().bindUnknown(FORGOTTEN + node.textAt("argument").strip());
    }
  }

  private void namespace(SyntaxNode node) {
    List<String> parts = C.parts(node.children().getLast().text());
    String name = node.textAt("name");
    if (!parts.isEmpty() && !parts.getFirst().equals(name)) {
      scope.bind(name, () -> names.path(new Path(parts), scope));
    }
  }

  private void using(SyntaxNode node) {
    String text = node.text().replaceAll("\\s+", " ").replace(";", "").strip();
    String path = text.substring(text.lastIndexOf(' ') + 1);
    List<String> parts = C.parts(path);
    if (text.startsWith("using namespace ")) {
      scope.module().addWildcard(String.join("::", parts));
    } else if (parts.size() > 1) {
      Set<Value> named = Set.of(new Named(String.join("::", parts)));
      scope.bind(parts.getLast(), () -> named);
      scope.bind(TYPE + parts.getLast(), () -> named);
    }
  }
}
