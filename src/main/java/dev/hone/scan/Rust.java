package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.AnyOf;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Lambda;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Mentions;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How Rust writes names, scopes and calls. Names are `std::fs::remove_file`; those of the file's
/// own modules begin with `crate`; what is handed on with `pub use` is `pub std::fs` besides.
final class Rust implements Dialect {
  private static final String OWN = "crate";

  private final SyntaxTree trees;

  Rust(SyntaxTree trees) {
    this.trees = trees;
  }

  @Override
  public SyntaxNode read(String content) {
    return trees.read(content);
  }

  @Override
  public Expression expression(SyntaxNode node) {
    return switch (node.type()) {
      case "identifier", "type_identifier" -> new Name(plain(node.text()));
      case "crate", "super", "self" -> new Name(node.text());
      case "scoped_identifier", "scoped_type_identifier" -> path(node);
      case "field_expression" -> member(node);
      case "call_expression" -> Call.of(node);
      case "generic_function" -> new AnyOf(node.childrenAt("function"));
      case "try_expression", "await_expression", "parenthesized_expression" ->
          new AnyOf(node.children());
      case "reference_expression" -> new AnyOf(node.childrenAt("value"));
      case "string_literal", "raw_string_literal" -> new Constant(text(node));
      case "closure_expression" -> new Lambda();
      case "token_tree" -> new Mentions(mentioned(node));
      case "use_declaration" -> new Mentions(handedOn(node));
      default -> new Other();
    };
  }

  /// A name without the mark that lets a word of the language be one.
  static String plain(String name) {
    return name.startsWith("r#") ? name.substring(2) : name;
  }

  /// The parts of a plain path; none where a part is a type in angle brackets.
  static List<String> parts(SyntaxNode path) {
    List<String> parts = new ArrayList<>();
    SyntaxNode at = path;
    while (at.is("scoped_identifier", "scoped_type_identifier")) {
      parts.addFirst(plain(at.textAt("name")));
      Optional<SyntaxNode> before = at.child("path");
      if (before.isEmpty()) {
        return parts;
      }
      at = before.get().is("generic_type") ? before.get().child("type").orElse(at) : before.get();
    }
    if (!at.is("identifier", "type_identifier", "crate", "self", "super")) {
      return List.of();
    }
    parts.addFirst(plain(at.text()));
    return parts;
  }

  private static Expression path(SyntaxNode node) {
    List<String> parts = parts(node);
    return parts.isEmpty() ? new Other() : new Path(parts);
  }

  private static Expression member(SyntaxNode node) {
    Optional<SyntaxNode> object = node.child("value");
    return object.isPresent() && !object.get().is("self")
        ? new Member(object.get(), node.textAt("field"))
        : new Other();
  }

  private static String text(SyntaxNode literal) {
    StringBuilder text = new StringBuilder();
    literal.children().forEach(part -> text.append(Escapes.read(part.text())));
    return text.toString();
  }

  private static List<Path> handedOn(SyntaxNode use) {
    boolean handedOn = use.children().stream().anyMatch(part -> part.is("visibility_modifier"));
    return handedOn ? RustUse.in(use).stream().map(RustUse::handedOn).toList() : List.of();
  }

  /// The paths among the tokens of a macro: names with `::` between them.
  private static List<Path> mentioned(SyntaxNode tokens) {
    List<Path> paths = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean joined = false;
    for (SyntaxNode token : tokens.children()) {
      boolean name = token.is("identifier", "crate", "self", "super");
      if (name && !joined) {
        open = finished(open, paths);
      }
      if (name) {
        open.add(plain(token.text()));
      } else if (!token.is("::")) {
        open = finished(open, paths);
      }
      joined = token.is("::");
    }
    finished(open, paths);
    return paths;
  }

  private static List<String> finished(List<String> open, List<Path> paths) {
    if (!open.isEmpty()) {
      paths.add(new Path(open));
    }
    return new ArrayList<>();
  }

  @Override
  public void declare(SyntaxNode node, Scope scope, Names names) {
    new RustBindings(scope, names).enter(node);
  }

  @Override
  public Optional<Scope.Kind> opens(SyntaxNode node) {
    return switch (node.type()) {
      case "source_file" -> Optional.of(Scope.Kind.MODULE);
      case "function_item",
          "function_signature_item",
          "closure_expression",
          "impl_item",
          "trait_item",
          "mod_item" ->
          Optional.of(Scope.Kind.FUNCTION);
      case "block", "match_arm" -> Optional.of(Scope.Kind.BLOCK);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reads(SyntaxNode node) {
    if (inUse(node)) {
      return false;
    }
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "function_item",
          "function_signature_item",
          "struct_item",
          "enum_item",
          "union_item",
          "trait_item",
          "type_item",
          "mod_item",
          "const_item",
          "static_item",
          "enum_variant",
          "macro_definition",
          "type_parameter",
          "associated_type",
          "type_binding",
          "const_parameter" ->
          !node.field().equals("name");
      case "let_declaration", "parameter", "for_expression" -> !node.field().equals("pattern");
      case "closure_parameters", "tuple_pattern", "mut_pattern", "ref_pattern", "lifetime" -> false;
      case "extern_crate_declaration", "attribute", "use_as_clause" -> false;
      default -> true;
    };
  }

  private static boolean inUse(SyntaxNode node) {
    return node.isIn("use_declaration")
        || node.isIn("use_as_clause")
        || node.isIn("use_list")
        || node.isIn("scoped_use_list")
        || node.isIn("use_wildcard");
  }

  @Override
  public boolean partOfMore(SyntaxNode node) {
    return ((node.isIn("scoped_identifier") || node.isIn("scoped_type_identifier"))
            && !node.is("bracketed_type"))
        || (node.isIn("field_expression") && node.field().equals("value"));
  }

  @Override
  public Set<Value> unbound(String name, Scope scope) {
    return switch (name) {
      case OWN, "self", "super" -> Set.of(new Named(OWN));
      case "core", "alloc" -> Set.of(new Named("std"));
      default -> {
        Set<Value> found = new LinkedHashSet<>();
        found.add(new Named(name));
        scope.wildcards().forEach(path -> found.add(new Named(path + "::" + name)));
        yield found;
      }
    };
  }

  @Override
  public Set<Value> member(String path, String name, Scope scope) {
    if (name.equals("self") || name.equals("super")) {
      return Set.of(new Named(path));
    }
    String whole = path + "::" + name;
    boolean own = path.equals(OWN) || path.startsWith(OWN + "::");
    // what stands at the top of the file is bound by its plain name
    String bound = path.equals(OWN) ? name : whole;
    Set<Value> plain = Set.of(new Named(whole));
    return own ? scope.module().lookUp(bound).orElse(plain) : plain;
  }
}
