package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.AnyOf;
import dev.hone.scan.Expression.Argument;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Joined;
import dev.hone.scan.Expression.Lambda;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Method;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How Java writes names, scopes and calls. Classes have their whole names; an instance of one is
/// `java.io.File()`, whether it was made or only declared so.
final class Java implements Dialect {
  private static final Pattern ESCAPED =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u+([0-9a-fA-F]{4})");

  private final SyntaxTree trees;

  Java(SyntaxTree trees) {
    this.trees = trees;
  }

  /// The compiler reads escapes of characters before anything else, even in names.
  @Override
  public SyntaxNode read(String content) {
    return trees.read(
        content.contains("\\u") ? ESCAPED.matcher(content).replaceAll(Java::character) : content);
  }

  private static String character(MatchResult escape) {
    char meant = (char) Integer.parseInt(escape.group(2), 16);
    return Matcher.quoteReplacement(escape.group(1) + meant);
  }

  @Override
  public Expression expression(SyntaxNode node) {
    return switch (node.type()) {
      case "identifier", "type_identifier" -> new Name(node.text());
      case "scoped_identifier", "scoped_type_identifier" -> path(node);
      case "field_access" -> field(node);
      case "method_invocation" -> invocation(node);
      case "object_creation_expression" -> creation(node);
      case "class_literal" ->
          node.first().<Expression>map(type -> new Member(type, "class")).orElseGet(Other::new);
      case "method_reference" -> reference(node);
      case "string_literal" -> new Constant(text(node));
      case "binary_expression" -> Joined.ofSum(node);
      case "generic_type" -> new AnyOf(node.first().stream().toList());
      case "parenthesized_expression" -> new AnyOf(node.children());
      case "cast_expression" -> new AnyOf(node.childrenAt("value"));
      case "assignment_expression" -> new AnyOf(node.childrenAt("right"));
      case "ternary_expression" ->
          new AnyOf(node.children().stream().filter(n -> !n.field().equals("condition")).toList());
      case "lambda_expression" -> new Lambda();
      default -> new Other();
    };
  }

  private static Expression path(SyntaxNode node) {
    String text = node.text().replaceAll("\\s", "");
    return text.matches("[\\w$.]+") ? new Path(List.of(text.split("[.]", -1))) : new Other();
  }

  private static Expression field(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("object");
    String name = node.textAt("field");
    if (object.isEmpty()) {
      return new Other();
    }
    return object.get().is("this", "super") ? new Name(name) : new Member(object.get(), name);
  }

  private static Expression invocation(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("object").filter(each -> !each.is("this", "super"));
    Optional<SyntaxNode> name = node.child("name");
    if (name.isEmpty()) {
      return new Other();
    }
    List<Argument> arguments = Argument.allOf(node);
    return object.isPresent()
        ? new Method(object.get(), name.get().text(), arguments)
        : new Call(name.get(), arguments);
  }

  private static Expression creation(SyntaxNode node) {
    Optional<SyntaxNode> type = node.child("type");
    return type.isPresent() ? new Call(type.get(), Argument.allOf(node)) : new Other();
  }

  private static Expression reference(SyntaxNode node) {
    List<SyntaxNode> parts = node.children();
    boolean named = parts.size() > 1 && parts.getLast().is("identifier");
    return parts.isEmpty()
        ? new Other()
        : new Member(parts.getFirst(), named ? parts.getLast().text() : "new");
  }

  private static String text(SyntaxNode literal) {
    StringBuilder text = new StringBuilder();
    literal.children().forEach(part -> text.append(part.text()));
    return text.toString();
  }

  @Override
  public void declare(SyntaxNode node, Scope scope, Names names) {
    new JavaBindings(scope, names).enter(node);
  }

  @Override
  public void declareInside(SyntaxNode node, Scope inside, Scope around, Names names) {
    JavaBindings.parameters(node, inside);
  }

  @Override
  public Optional<Scope.Kind> opens(SyntaxNode node) {
    return switch (node.type()) {
      case "program" -> Optional.of(Scope.Kind.MODULE);
      case "class_body",
          "interface_body",
          "enum_body",
          "method_declaration",
          "constructor_declaration",
          "record_declaration",
          "lambda_expression" ->
          Optional.of(Scope.Kind.FUNCTION);
      case "block",
          "for_statement",
          "enhanced_for_statement",
          "try_with_resources_statement",
          "catch_clause",
          "switch_rule",
          "switch_block_statement_group" ->
          Optional.of(Scope.Kind.BLOCK);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reads(SyntaxNode node) {
    String place = node.field();
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "import_declaration", "package_declaration", "annotation", "marker_annotation" -> false;
      case "inferred_parameters", "labeled_statement", "break_statement", "type_parameter" -> false;
      case "method_reference" -> node.parent().flatMap(SyntaxNode::first).orElse(node) == node;
      case "assignment_expression" -> !place.equals("left");
      // a method that is called alone may come from a static import
      case "method_invocation" ->
          !place.equals("name") || node.parent().flatMap(call -> call.child("object")).isEmpty();
      case "lambda_expression" -> !place.equals("parameters");
      default -> !place.equals("name") && !place.equals("field") && !place.equals("key");
    };
  }

  @Override
  public boolean partOfMore(SyntaxNode node) {
    return node.isIn("scoped_identifier")
        || node.isIn("scoped_type_identifier")
        || (node.isIn("field_access") && node.field().equals("object"))
        || (node.isIn("method_invocation") && node.field().equals("object") && isPlain(node));
  }

  /// Whether a node is a name, and not a call with a meaning of its own.
  private static boolean isPlain(SyntaxNode node) {
    return node.is("identifier", "field_access");
  }

  @Override
  public Set<Value> unbound(String name, Scope scope) {
    Set<Value> found = new LinkedHashSet<>();
    // broken code has names without a letter
    if (name.isEmpty() || scope.neighbour(name).isPresent()) {
      return found;
    }
    boolean ofType = Character.isUpperCase(name.codePointAt(0));
    found.add(new Named(ofType ? "java.lang." + name : name));
    scope.wildcards().forEach(path -> found.add(new Named(path + "." + name)));
    return found;
  }

  @Override
  public Set<Value> member(String path, String name, Scope scope) {
    return Set.of(new Named(path + "." + name));
  }

  @Override
  public Optional<Set<Value>> call(String function, CallSite site) {
    return switch (function) {
      case "java.util.Objects.requireNonNull", "java.util.Optional.of", "java.util.List.of" ->
          Optional.of(site.argument(0));
      default -> Optional.empty();
    };
  }
}
