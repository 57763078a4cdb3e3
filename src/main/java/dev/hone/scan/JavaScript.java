package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.AnyOf;
import dev.hone.scan.Expression.Argument;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Element;
import dev.hone.scan.Expression.Joined;
import dev.hone.scan.Expression.Lambda;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Mentions;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import dev.hone.scan.Value.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How JavaScript writes names, scopes and calls. Names that nothing binds are `global.NAME`.
final class JavaScript implements Dialect {
  // no name of JavaScript has a blank
  private static final String IMPORTED = "import ";
  private static final String HANDED_ON = "export ";

  private final SyntaxTree trees;

  /// @param trees JavaScript's, or TypeScript's, which has the same expressions
  JavaScript(SyntaxTree trees) {
    this.trees = trees;
  }

  @Override
  public SyntaxNode read(String content) {
    return trees.read(content);
  }

  @Override
  public Expression expression(SyntaxNode node) {
    return switch (node.type()) {
      case "identifier", "shorthand_property_identifier" -> new Name(Escapes.read(node.text()));
      case "member_expression" -> member(node);
      case "subscript_expression" -> element(node);
      case "call_expression" -> call(node, "function");
      case "new_expression" -> call(node, "constructor");
      case "import" -> new Name("import");
      case "string", "template_string" -> string(node);
      case "binary_expression" -> operation(node);
      case "parenthesized_expression", "await_expression" -> new AnyOf(node.children());
      case "ternary_expression" ->
          new AnyOf(node.children().stream().filter(n -> !n.field().equals("condition")).toList());
      case "sequence_expression" -> new AnyOf(last(node));
      case "assignment_expression" -> new AnyOf(node.childrenAt("right"));
      case "as_expression", "satisfies_expression", "non_null_expression" ->
          new AnyOf(node.first().stream().toList());
      case "type_assertion" -> new AnyOf(last(node));
      case "export_statement" -> new Mentions(handedOn(node));
      case "arrow_function", "function_expression", "generator_function", "function" ->
          new Lambda();
      default -> new Other();
    };
  }

  /// What `export … from` hands on: the names, or for all of them `export MODULE`.
  private static List<Path> handedOn(SyntaxNode node) {
    String module =
        node.child("source").flatMap(SyntaxNode::first).map(n -> module(n.text())).orElse("");
    if (module.isEmpty()) {
      return List.of();
    }
    return node.children().stream()
        .filter(part -> part.is("export_clause"))
        .findFirst()
        .map(clause -> clause.children().stream().map(each -> each.textAt("name")).toList())
        .orElse(List.of("*"))
        .stream()
        .map(name -> new Path(List.of((name.equals("*") ? HANDED_ON : IMPORTED) + module, name)))
        .toList();
  }

  private static List<SyntaxNode> last(SyntaxNode node) {
    return node.children().isEmpty() ? List.of() : List.of(node.children().getLast());
  }

  private static Expression member(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("object");
    Optional<SyntaxNode> name = node.child("property");
    if (isConstructor(node) && object.filter(JavaScript::isConstructor).isPresent()) {
      return new Name("Function");
    }
    return object.isPresent() && name.isPresent()
        ? new Member(object.get(), Escapes.read(name.get().text()))
        : new Other();
  }

  private static boolean isConstructor(SyntaxNode node) {
    return node.is("member_expression") && node.textAt("property").equals("constructor");
  }

  private static Expression element(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("object");
    Optional<SyntaxNode> index = node.child("index");
    return object.isPresent() && index.isPresent()
        ? new Element(object.get(), index.get())
        : new Other();
  }

  private static Expression call(SyntaxNode node, String place) {
    Optional<SyntaxNode> function = node.child(place);
    if (function.isEmpty()) {
      return new Other();
    }
    List<Argument> arguments =
        node.child("arguments").stream()
            .flatMap(
                list ->
                    list.is("arguments")
                        ? list.children().stream()
                        : java.util.stream.Stream.of(list))
            .map(argument -> new Argument("", argument))
            .toList();
    return new Call(function.get(), arguments);
  }

  private static Expression string(SyntaxNode node) {
    StringBuilder text = new StringBuilder();
    for (SyntaxNode part : node.children()) {
      if (part.is("template_substitution")) {
        return new Other();
      }
      text.append(Escapes.read(part.text()));
    }
    return new Constant(text.toString());
  }

  private static Expression operation(SyntaxNode node) {
    List<SyntaxNode> sides =
        node.children().stream().filter(n -> !n.field().equals("operator")).toList();
    return switch (node.textAt("operator")) {
      case "+" -> new Joined(sides);
      case "||", "&&", "??" -> new AnyOf(sides);
      default -> new Other();
    };
  }

  @Override
  public void declare(SyntaxNode node, Scope scope, Names names) {
    new JavaScriptBindings(scope, names).enter(node);
  }

  @Override
  public void declareInside(SyntaxNode node, Scope inside, Scope around, Names names) {
    JavaScriptBindings.parameters(node, inside, names);
  }

  @Override
  public Optional<Scope.Kind> opens(SyntaxNode node) {
    return switch (node.type()) {
      case "program" -> Optional.of(Scope.Kind.MODULE);
      case "function_declaration",
          "generator_function_declaration",
          "function_expression",
          "generator_function",
          "arrow_function",
          "method_definition" ->
          Optional.of(Scope.Kind.FUNCTION);
      case "statement_block", "for_statement", "for_in_statement", "catch_clause", "switch_body" ->
          Optional.of(Scope.Kind.BLOCK);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reads(SyntaxNode node) {
    if (!node.is("identifier")) {
      return true;
    }
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "variable_declarator",
          "function_declaration",
          "generator_function_declaration",
          "function_expression",
          "class_declaration",
          "class" ->
          !node.field().equals("name");
      case "assignment_expression", "for_in_statement", "assignment_pattern" ->
          !node.field().equals("left");
      case "arrow_function" -> !node.field().equals("parameter");
      case "catch_clause" -> !node.field().equals("parameter");
      case "type_query",
          "formal_parameters",
          "import_clause",
          "import_specifier",
          "namespace_import",
          "array_pattern",
          "rest_pattern",
          "labeled_statement" ->
          false;
      case "required_parameter", "optional_parameter" -> !node.field().equals("pattern");
      case "pair_pattern" -> !node.field().equals("value");
      case "binary_expression", "unary_expression" -> !compares(node);
      default -> true;
    };
  }

  @Override
  public boolean partOfMore(SyntaxNode node) {
    return (node.isIn("member_expression") || node.isIn("subscript_expression"))
        && node.field().equals("object");
  }

  private static boolean compares(SyntaxNode node) {
    String operator =
        node.parent().flatMap(parent -> parent.child("operator")).map(SyntaxNode::text).orElse("");
    return Set.of("typeof", "instanceof", "===", "!==", "==", "!=").contains(operator);
  }

  @Override
  public Set<Value> unbound(String name, Scope scope) {
    if (name.startsWith(IMPORTED)) {
      return Set.of(new Named(name.substring(IMPORTED.length())));
    }
    if (name.startsWith(HANDED_ON)) {
      return Set.of(new Named(name));
    }
    return switch (name) {
      case "globalThis", "window", "global", "self" -> Set.of(new Named("global"));
      default -> Set.of(new Named("global." + name));
    };
  }

  @Override
  public Set<Value> member(String path, String name, Scope scope) {
    if (path.equals("global")) {
      return unbound(name, scope);
    }
    if (name.equals("constructor")) {
      boolean ofFunction = path.equals("function") || path.endsWith(".constructor");
      return Set.of(new Named(ofFunction ? "global.Function" : path + ".constructor"));
    }
    return switch (name) {
      case "call", "apply", "bind", "default" -> Set.of(new Named(path));
      default -> Set.of(new Named(path + "." + name));
    };
  }

  @Override
  public Optional<Set<Value>> call(String function, CallSite site) {
    return switch (function) {
      case "global.require",
          "global.import",
          "global.module.require",
          "global.process.mainModule.require",
          "global.process.getBuiltinModule",
          "module.createRequire()" ->
          Optional.of(imported(site));
      case "global.Reflect.get" -> Optional.of(chosen(site));
      case "global.Object", "global.Object.assign" -> Optional.of(site.argument(0));
      default -> Optional.empty();
    };
  }

  private static Set<Value> imported(CallSite site) {
    Set<Value> found = new LinkedHashSet<>();
    for (Value name : site.argument(0)) {
      if (name instanceof Text(String text)) {
        found.add(new Named(module(text)));
      }
    }
    return found;
  }

  private Set<Value> chosen(CallSite site) {
    Set<Value> found = new LinkedHashSet<>();
    for (Value object : site.argument(0)) {
      for (Value name : site.argument(1)) {
        if (object instanceof Named(String path) && name instanceof Text(String text)) {
          found.addAll(member(path, text, site.scope()));
        }
      }
    }
    return found;
  }

  /// The name of a module without the prefix that means "one of Node's own".
  static String module(String text) {
    return text.startsWith("node:") ? text.substring("node:".length()) : text;
  }
}
