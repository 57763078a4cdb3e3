package dev.hone.scan;

import java.util.List;

/// What an expression does, in the words that the languages share.
sealed interface Expression {
  /// A name that stands alone.
  record Name(String name) implements Expression {}

  /// `object.name`.
  record Member(Node object, String name) implements Expression {}

  /// `object[index]`.
  record Element(Node object, Node index) implements Expression {}

  /// `function(arguments)`.
  record Call(Node function, List<Argument> arguments) implements Expression {}

  /// A constant text.
  record Constant(String text) implements Expression {}

  /// Texts put one after the other.
  record Joined(List<Node> parts) implements Expression {}

  /// Any one of several expressions, or one in brackets.
  record AnyOf(List<Node> choices) implements Expression {}

  /// A function written in place.
  record Lambda() implements Expression {}

  /// Anything else.
  record Other() implements Expression {}

  /// One argument of a call.
  ///
  /// @param keyword the name it is given by, or the empty string
  record Argument(String keyword, Node value) {}
}
