package dev.hone.language.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;

/// One node of a syntax tree, copied out of the parser, so that a walk needs no native memory. Two
/// nodes are equal only if they are the same. Safe for use by several threads.
public final class SyntaxNode {
  // Deeper text than this is no code that anyone reads, and would exhaust the stack.
  private static final int MAX_DEPTH = 400;

  private final Kind kind;
  private final @Nullable SyntaxNode parent;
  private final Source source;
  private final Span span;
  private final List<SyntaxNode> children = new ArrayList<>();
  private @Nullable String text;

  /// What the grammar says of a node.
  record Kind(String type, String field, boolean named, boolean broken) {}

  /// Where a node stands: bytes from the start of the file, and lines from 1.
  record Span(int start, int end, int line, int lastLine) {}

  SyntaxNode(Kind kind, @Nullable SyntaxNode parent, Source source, Span span) {
    this.kind = kind;
    this.parent = parent;
    this.source = source;
    this.span = span;
  }

  /// {@return the tree of a text; what the parser cannot make out is marked as broken} What is
  /// nested too deep for a walk by recursion is left out.
  ///
  /// @param language the grammar
  /// @param text the source text
  public static SyntaxNode parse(TSLanguage language, String text) {
    return new Parsing(language, MAX_DEPTH, _ -> true).tree(text);
  }

  /// {@return the tree of a text down to its deepest node, for a walk by a loop}
  ///
  /// @param language the grammar
  /// @param text the source text
  /// @param kept tells which nodes are among the children of their parent
  public static SyntaxNode parseWhole(
      TSLanguage language, String text, Predicate<SyntaxNode> kept) {
    return new Parsing(language, Integer.MAX_VALUE, kept).tree(text);
  }

  void add(SyntaxNode child) {
    children.add(child);
  }

  /// {@return the grammar's name of the node, such as `function_definition`; for a token its text}
  public String type() {
    return kind.type();
  }

  /// {@return the name of the place it has in its parent, such as `name`; empty for none}
  public String field() {
    return kind.field();
  }

  /// {@return whether the grammar names it, as opposed to a bare token such as a bracket}
  public boolean named() {
    return kind.named();
  }

  /// {@return whether the text below it does not follow the grammar}
  public boolean broken() {
    return kind.broken();
  }

  /// {@return the line on which it starts, from 1}
  public int line() {
    return span.line();
  }

  /// {@return the line on which it ends, from 1}
  public int lastLine() {
    return span.lastLine();
  }

  /// {@return where it starts, in bytes of the text in UTF-8, from 0}
  public int startByte() {
    return span.start();
  }

  /// {@return where it ends, in bytes of the text in UTF-8; the first byte after it}
  public int endByte() {
    return span.end();
  }

  /// {@return whether it is a comment, in whatever words the grammar has for one}
  public boolean isComment() {
    return is("comment", "line_comment", "block_comment");
  }

  /// {@return the source text it covers}
  public String text() {
    String known = text;
    if (known == null) {
      known = source.text(span.start(), span.end());
      text = known;
    }
    return known;
  }

  /// {@return the file's text up to this node}
  public String textBefore() {
    return source.text(0, span.start());
  }

  /// {@return the whole file with another text in place of this node's}
  ///
  /// @param other what stands there instead; may be empty
  public String replacedBy(String other) {
    return source.with(other, span.start(), span.end());
  }

  /// {@return the start of the text it covers}
  ///
  /// @param bytes the most bytes of it
  public String start(int bytes) {
    return source.text(span.start(), Math.min(span.end(), span.start() + bytes));
  }

  /// {@return the node that it is a child of, or empty for the root}
  public Optional<SyntaxNode> parent() {
    return Optional.ofNullable(parent);
  }

  /// {@return whether its parent has a type}
  ///
  /// @param type a name of the grammar
  public boolean isIn(String type) {
    return parent != null && parent.type().equals(type);
  }

  /// {@return the nodes below it, in the order of the text}
  public List<SyntaxNode> children() {
    return Collections.unmodifiableList(children);
  }

  /// {@return the children that the grammar names, comments left out}
  public List<SyntaxNode> parts() {
    return children.stream().filter(c -> c.named() && !c.type().equals("comment")).toList();
  }

  /// {@return the first child, or empty where there is none}
  public Optional<SyntaxNode> first() {
    return children.isEmpty() ? Optional.empty() : Optional.of(children.getFirst());
  }

  /// {@return the first child in a place, as a stream of none or one}
  ///
  /// @param name the place's name, such as `body`
  public Stream<SyntaxNode> at(String name) {
    return child(name).stream();
  }

  /// {@return the first child in a place, or empty where there is none}
  ///
  /// @param name the place's name, such as `body`
  public Optional<SyntaxNode> child(String name) {
    for (SyntaxNode each : children) {
      if (each.field().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// {@return all children in a place}
  ///
  /// @param name the place's name, such as `value`
  public List<SyntaxNode> childrenAt(String name) {
    return children.stream().filter(each -> each.field().equals(name)).toList();
  }

  /// {@return the text of the first child in a place, or nothing}
  ///
  /// @param name the place's name, such as `name`
  public String textAt(String name) {
    return child(name).map(SyntaxNode::text).orElse("");
  }

  /// {@return whether the node has one of these types}
  ///
  /// @param types names of the grammar
  public boolean is(String... types) {
    for (String each : types) {
      if (each.equals(type())) {
        return true;
      }
    }
    return false;
  }

  /// {@return this node and all below it, parents first} By recursion, so not for a tree of {@link
  /// #parseWhole}.
  public Stream<SyntaxNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(SyntaxNode::all));
  }
}
