package dev.hone.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One node of a syntax tree, held in the heap, so that a walk needs neither native memory nor
/// recursion.
final class Node {
  private final String type;
  private final String field;
  private final @Nullable Node parent;
  private final Source source;
  private final Span span;
  private final List<Node> children = new ArrayList<>();

  /// Where a node stands: bytes from the start of the file, and the line from 1.
  record Span(int start, int end, int line) {}

  Node(String type, String field, @Nullable Node parent, Source source, Span span) {
    this.type = type;
    this.field = field;
    this.parent = parent;
    this.source = source;
    this.span = span;
  }

  void add(Node child) {
    children.add(child);
  }

  String type() {
    return type;
  }

  boolean is(String... types) {
    for (String each : types) {
      if (each.equals(type)) {
        return true;
      }
    }
    return false;
  }

  /// The name of the place it takes in its parent, or the empty string.
  String field() {
    return field;
  }

  Optional<Node> parent() {
    return Optional.ofNullable(parent);
  }

  boolean isIn(String parentType) {
    return parent != null && parent.type.equals(parentType);
  }

  /// All children but comments and punctuation, in the order of the text.
  List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  Optional<Node> child(String name) {
    for (Node each : children) {
      if (each.field.equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  List<Node> childrenAt(String name) {
    return children.stream().filter(each -> each.field.equals(name)).toList();
  }

  Optional<Node> first() {
    return children.isEmpty() ? Optional.empty() : Optional.of(children.getFirst());
  }

  int line() {
    return span.line();
  }

  String text() {
    return source.text(span);
  }

  /// The start of the text, not more than this many bytes.
  String start(int bytes) {
    int end = Math.min(span.end(), span.start() + bytes);
    return source.text(new Span(span.start(), end, span.line()));
  }
}
