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
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Value.Named;
import dev.hone.scan.Value.Text;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How Python writes names, scopes and calls. Names that nothing binds are `builtins.NAME`.
final class Python implements Dialect {
  private static final String NAMESPACE = "builtins.globals()";
  private static final String GETTER = "getter ";

  private final SyntaxTree trees;

  Python(SyntaxTree trees) {
    this.trees = trees;
  }

  @Override
  public SyntaxNode read(String content) {
    return trees.read(content);
  }

  @Override
  public Expression expression(SyntaxNode node) {
    return switch (node.type()) {
      case "identifier" -> new Name(plain(node.text()));
      case "attribute" -> member(node);
      case "subscript" -> element(node);
      case "call" -> call(node);
      case "string" -> string(node);
      case "concatenated_string" -> new Joined(node.children());
      case "binary_operator" -> operation(node);
      case "parenthesized_expression", "conditional_expression", "boolean_operator", "await" ->
          new AnyOf(node.children());
      case "named_expression" -> new AnyOf(node.childrenAt("value"));
      case "as_pattern" -> new AnyOf(node.first().stream().toList());
      case "lambda" -> new Lambda();
      default -> new Other();
    };
  }

  private static Expression member(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("object");
    Optional<SyntaxNode> name = node.child("attribute");
    return object.isPresent() && name.isPresent()
        ? new Member(object.get(), plain(name.get().text()))
        : new Other();
  }

  /// A name as Python compares it: letters of other widths and styles are the plain ones.
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC);
  }

  private static Expression element(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("value");
    Optional<SyntaxNode> index = node.child("subscript");
    return object.isPresent() && index.isPresent()
        ? new Element(object.get(), index.get())
        : new Other();
  }

  private static Expression call(SyntaxNode node) {
    Optional<SyntaxNode> function = node.child("function");
    if (function.isEmpty()) {
      return new Other();
    }
    List<Argument> arguments =
        node.child("arguments").filter(list -> list.is("argument_list")).stream()
            .flatMap(list -> list.children().stream())
            .map(Python::argument)
            .toList();
    return new Call(function.get(), arguments);
  }

  private static Argument argument(SyntaxNode node) {
    Optional<SyntaxNode> value = node.child("value");
    return node.is("keyword_argument") && value.isPresent()
        ? new Argument(node.textAt("name"), value.get())
        : new Argument("", node);
  }

  private static Expression string(SyntaxNode node) {
    StringBuilder text = new StringBuilder();
    for (SyntaxNode part : node.children()) {
      if (part.is("interpolation")) {
        return new Other();
      }
      if (part.is("string_content")) {
        text.append(Escapes.read(part.text()));
      }
    }
    return new Constant(text.toString());
  }

  /// `/` joins paths, whose methods matter; `+` joins texts.
  private static Expression operation(SyntaxNode node) {
    return switch (node.textAt("operator")) {
      case "+" -> new Joined(node.children().stream().filter(n -> !n.is("+")).toList());
      case "/" -> new AnyOf(node.childrenAt("left"));
      default -> new Other();
    };
  }

  @Override
  public void declare(SyntaxNode node, Scope scope, Names names) {
    new PythonBindings(scope, names).enter(node);
  }

  @Override
  public void declareInside(SyntaxNode node, Scope inside, Scope around, Names names) {
    PythonBindings.parameters(node, inside, around, names);
  }

  @Override
  public Scope scopeOf(SyntaxNode child, Scope own, Scope around) {
    // defaults, annotations, decorators and base classes are read where the definition stands
    boolean outside =
        (child.isIn("class_definition")
                || child.isIn("function_definition")
                || child.isIn("lambda"))
            && !child.field().equals("body");
    return outside ? around : own;
  }

  @Override
  public Optional<Scope.Kind> opens(SyntaxNode node) {
    return switch (node.type()) {
      case "module" -> Optional.of(Scope.Kind.MODULE);
      case "class_definition" -> Optional.of(Scope.Kind.CLASS);
      case "function_definition",
          "lambda",
          "list_comprehension",
          "set_comprehension",
          "dictionary_comprehension",
          "generator_expression" ->
          Optional.of(Scope.Kind.FUNCTION);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reads(SyntaxNode node) {
    if (!node.is("identifier")) {
      return !node.is("attribute", "subscript") || !annotates(node);
    }
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "attribute" -> !node.field().equals("attribute");
      case "keyword_argument", "named_expression", "default_parameter", "typed_default_parameter" ->
          !node.field().equals("name");
      case "function_definition", "class_definition" -> !node.field().equals("name");
      case "assignment", "augmented_assignment", "for_statement", "for_in_clause" ->
          !node.field().equals("left");
      case "parameters",
          "lambda_parameters",
          "typed_parameter",
          "list_splat_pattern",
          "dictionary_splat_pattern",
          "pattern_list",
          "tuple_pattern",
          "list_pattern",
          "as_pattern_target",
          "global_statement",
          "nonlocal_statement",
          "dotted_name",
          "aliased_import",
          "delete_statement" ->
          false;
      default -> !annotates(node);
    };
  }

  @Override
  public boolean partOfMore(SyntaxNode node) {
    return (node.isIn("attribute") && node.field().equals("object"))
        || (node.isIn("subscript") && node.field().equals("value"));
  }

  private static boolean annotates(SyntaxNode node) {
    return node.isIn("type") || node.isIn("except_clause") || node.isIn("generic_type");
  }

  @Override
  public Set<Value> unbound(String name, Scope scope) {
    if (name.equals("__builtins__")) {
      return Set.of(new Named("builtins"));
    }
    if (name.equals("__name__")) {
      return Set.of(new Text(name));
    }
    Set<Value> found = new LinkedHashSet<>();
    scope.wildcards().forEach(module -> found.addAll(member(module, name, scope)));
    found.add(new Named("builtins." + name));
    return found;
  }

  @Override
  public Set<Value> member(String path, String name, Scope scope) {
    if (path.equals(NAMESPACE)) {
      return scope.module().lookUp(name).orElseGet(() -> unbound(name, scope));
    }
    if (path.equals("sys.modules")) {
      return Set.of(new Named(name));
    }
    Optional<Scope> neighbour = scope.neighbour(path.substring(dots(path)));
    if (neighbour.isPresent()) {
      return neighbour.get().lookUp(name).orElseGet(() -> Set.of(new Named(path + "." + name)));
    }
    return switch (name) {
      case "__dict__", "__call__" -> Set.of(new Named(path));
      default -> Set.of(new Named(path + "." + name));
    };
  }

  /// How many dots say that a module is looked for beside this one.
  private static int dots(String path) {
    int dots = 0;
    while (dots < path.length() && path.charAt(dots) == '.') {
      dots++;
    }
    return dots;
  }

  @Override
  public Optional<Set<Value>> call(String function, CallSite site) {
    return switch (function) {
      case "builtins.getattr" -> Optional.of(chosen(site));
      case "builtins.vars" -> Optional.of(site.argument(0)).filter(values -> !values.isEmpty());
      case "builtins.locals" -> Optional.of(Set.of(new Named(NAMESPACE)));
      case "builtins.__import__" -> Optional.of(imported(site, true));
      case "importlib.import_module", "importlib.__import__" -> Optional.of(imported(site, false));
      case "operator.attrgetter", "operator.methodcaller" -> Optional.of(getter(site));
      default -> later(function, site);
    };
  }

  /// What gives a member of whatever it is called with.
  private static Set<Value> getter(CallSite site) {
    Set<Value> found = new LinkedHashSet<>();
    for (Value name : site.argument(0)) {
      if (name instanceof Text(String text)) {
        found.add(new Named(GETTER + text));
      }
    }
    return found;
  }

  private Optional<Set<Value>> later(String function, CallSite site) {
    if (function.startsWith(GETTER)) {
      Set<Value> found = site.argument(0);
      for (String name : function.substring(GETTER.length()).split("[.]", -1)) {
        found = site.names().members(found, List.of(name), site.scope());
      }
      return Optional.of(found);
    }
    return function.endsWith(".__getattribute__") && site.arguments().size() == 1
        ? Optional.of(byName(function, site))
        : Optional.empty();
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

  private Set<Value> byName(String function, CallSite site) {
    String path = function.substring(0, function.lastIndexOf('.'));
    Set<Value> found = new LinkedHashSet<>();
    for (Value name : site.argument(0)) {
      if (name instanceof Text(String text)) {
        found.addAll(member(path, text, site.scope()));
      }
    }
    return found;
  }

  private static Set<Value> imported(CallSite site, boolean topOnly) {
    boolean top = topOnly && site.arguments().size() == 1;
    Set<Value> found = new LinkedHashSet<>();
    for (Value name : site.argument(0)) {
      if (name instanceof Text(String text)) {
        int dot = text.indexOf('.');
        found.add(new Named(top && dot > 0 ? text.substring(0, dot) : text));
      }
    }
    return found;
  }
}
