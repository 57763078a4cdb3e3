package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.AnyOf;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Joined;
import dev.hone.scan.Expression.Lambda;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Mentions;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How C and C++ write names, scopes and calls. A name that the code does not define is the
/// library's, such as `system` or `std::filesystem::remove_all`.
final class C implements Dialect {
  // a line that goes on in the next one may do so in the middle of a name
  private static final Pattern SPLICED = Pattern.compile("(\\w)\\\\\\r?\\n(\\w[^\\n]*)");
  private static final Pattern TEMPLATE = Pattern.compile("<[^<>]*>");
  // possessive: a long name must not exhaust the stack
  private static final Pattern QUALIFIED = Pattern.compile("(?:::)?+\\w++(?:::\\w++)*+");

  private final SyntaxTree trees;

  C(SyntaxTree trees) {
    this.trees = trees;
  }

  @Override
  public SyntaxNode read(String content) {
    String whole = content;
    // as often as a name goes on, but not for ever
    for (int i = 0; i < 10 && SPLICED.matcher(whole).find(); i++) {
      whole = SPLICED.matcher(whole).replaceAll("$1$2\n");
    }
    return trees.read(whole);
  }

  @Override
  public Expression expression(SyntaxNode node) {
    return switch (node.type()) {
      case "identifier", "namespace_identifier" -> new Name(node.text());
      case "type_identifier" -> new Name(CBindings.TYPE + node.text());
      case "qualified_identifier" -> path(node);
      case "field_expression" -> member(node);
      case "call_expression" -> Call.of(node);
      case "string_literal" -> new Constant(text(node));
      case "concatenated_string" -> new Joined(node.children());
      case "parenthesized_expression", "comma_expression" -> new AnyOf(node.children());
      case "pointer_expression" -> new AnyOf(node.childrenAt("argument"));
      case "cast_expression" -> new AnyOf(node.childrenAt("value"));
      case "assignment_expression" -> new AnyOf(node.childrenAt("right"));
      case "conditional_expression" ->
          new AnyOf(node.children().stream().filter(n -> !n.field().equals("condition")).toList());
      case "lambda_expression" -> new Lambda();
      case "preproc_def", "preproc_function_def" -> new Mentions(Macro.of(node).mentioned());
      default -> new Other();
    };
  }

  private static Expression path(SyntaxNode node) {
    List<String> parts = parts(node.text());
    return parts.isEmpty() ? new Other() : new Path(parts);
  }

  /// The parts of a qualified name, without what templates are made of; none for another text.
  static List<String> parts(String name) {
    String plain = name.replaceAll("\\s", "");
    // from the inside out, but not for ever
    for (int i = 0; i < 10 && plain.indexOf('<') >= 0; i++) {
      plain = TEMPLATE.matcher(plain).replaceAll("");
    }
    return QUALIFIED.matcher(plain).matches()
        ? List.of(plain.replaceFirst("^::", "").split("::", -1))
        : List.of();
  }

  private static Expression member(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("argument");
    return object.isPresent() ? new Member(object.get(), node.textAt("field")) : new Other();
  }

  private static String text(SyntaxNode literal) {
    StringBuilder text = new StringBuilder();
    for (SyntaxNode part : literal.children()) {
      if (part.is("string_content", "escape_sequence")) {
        text.append(Escapes.read(part.text()));
      }
    }
    return text.toString();
  }

  @Override
  public void declare(SyntaxNode node, Scope scope, Names names) {
    new CBindings(scope, names).enter(node);
  }

  @Override
  public void declareInside(SyntaxNode node, Scope inside, Scope around, Names names) {
    CBindings.insideOf(node, inside);
  }

  @Override
  public Optional<Scope.Kind> opens(SyntaxNode node) {
    return switch (node.type()) {
      case "translation_unit" -> Optional.of(Scope.Kind.MODULE);
      case "function_definition",
          "lambda_expression",
          "class_specifier",
          "struct_specifier",
          "union_specifier",
          "namespace_definition" ->
          Optional.of(Scope.Kind.FUNCTION);
      case "compound_statement", "for_statement", "for_range_loop", "catch_clause" ->
          Optional.of(Scope.Kind.BLOCK);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reads(SyntaxNode node) {
    String place = node.field();
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "preproc_params", "preproc_defined", "preproc_ifdef", "preproc_elifdef" -> false;
      case "using_declaration", "namespace_alias_definition", "nested_namespace_specifier" -> false;
      case "attribute", "ms_declspec_modifier", "labeled_statement", "goto_statement" -> false;
      case "attributed_declarator", "parenthesized_declarator", "reference_declarator" -> false;
      case "structured_binding_declarator", "type_parameter_declaration" -> false;
      case "assignment_expression" -> !place.equals("left");
      case "field_expression" -> !place.equals("field");
      // in C the tag of a structure, or a name of the code's own
      case "struct_specifier", "class_specifier", "union_specifier", "enum_specifier" -> false;
      default -> !place.equals("declarator") && !place.equals("name");
    };
  }

  @Override
  public boolean partOfMore(SyntaxNode node) {
    return node.isIn("qualified_identifier")
        || (node.isIn("field_expression") && node.field().equals("argument"));
  }

  @Override
  public Set<Value> unbound(String name, Scope scope) {
    boolean type = name.startsWith(CBindings.TYPE);
    String plain = type ? name.substring(CBindings.TYPE.length()) : name;
    Set<Value> found = new LinkedHashSet<>();
    if (scope.boundNextDoor(name) || CBindings.isMember(plain, scope)) {
      return found;
    }
    if (!type) {
      found.add(new Named(plain));
    }
    for (String path : scope.wildcards()) {
      aliased(path, scope).forEach(each -> found.add(new Named(each + "::" + plain)));
    }
    return found;
  }

  /// A namespace under its whole name, where the code gives it another.
  private static List<String> aliased(String path, Scope scope) {
    List<String> whole =
        scope.lookUp(path).orElse(Set.of()).stream()
            .filter(Named.class::isInstance)
            .map(value -> ((Named) value).path())
            .toList();
    return whole.isEmpty() ? List.of(path) : whole;
  }

  @Override
  public Set<Value> member(String path, String name, Scope scope) {
    return Set.of(new Named(path + "::" + name));
  }

  /// A macro may put a name together from its arguments.
  @Override
  public Optional<Set<Value>> call(String function, CallSite site) {
    return Macro.read(function)
        .map(
            macro -> {
              Set<Value> found = new LinkedHashSet<>();
              for (Path name : macro.pasted(site)) {
                found.addAll(site.names().path(name, site.scope()));
              }
              return found;
            });
  }
}
