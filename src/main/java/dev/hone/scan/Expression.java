package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;

/// What an expression does, in the words that the languages share.
sealed interface Expression {
  /// {@return what is handed over, where this is a call}
  default List<Argument> arguments() {
    return List.of();
  }

  /// A name that stands alone.
  record Name(String name) implements Expression {}

  /// `object.name`.
  record Member(SyntaxNode object, String name) implements Expression {}

  /// `object[index]`.
  record Element(SyntaxNode object, SyntaxNode index) implements Expression {}

  /// `function(arguments)`.
  record Call(SyntaxNode function, List<Argument> arguments) implements Expression {
    /// A node whose function and arguments are in the places of these names.
    static Expression of(SyntaxNode node) {
      return node.child("function")
          .<Expression>map(function -> new Call(function, Argument.allOf(node)))
          .orElseGet(Other::new);
    }
  }

  /// `object.name(arguments)` where the grammar has no node for the function alone.
  record Method(SyntaxNode object, String name, List<Argument> arguments) implements Expression {}

  /// A qualified name, such as `std::fs::remove_file`.
  record Path(List<String> names) implements Expression {
    /// Copies the list.
    public Path {
      names = List.copyOf(names);
    }
  }

  /// Names in a text that the grammar leaves as tokens, such as the inside of a macro.
  record Mentions(List<Path> paths) implements Expression {
    /// Copies the list.
    public Mentions {
      paths = List.copyOf(paths);
    }
  }

  /// A constant text.
  record Constant(String text) implements Expression {}

  /// Texts put one after the other.
  record Joined(List<SyntaxNode> parts) implements Expression {
    /// A node whose operator is `+`; another operator joins nothing.
    static Expression ofSum(SyntaxNode node) {
      return node.textAt("operator").equals("+")
          ? new Joined(node.children().stream().filter(n -> !n.field().equals("operator")).toList())
          : new Other();
    }
  }

  /// Any one of several expressions, or one in brackets.
  record AnyOf(List<SyntaxNode> choices) implements Expression {}

  /// A function written in place.
  record Lambda() implements Expression {}

  /// Anything else.
  record Other() implements Expression {}

  /// One argument of a call.
  ///
  /// @param keyword the name it is given by, or the empty string
  record Argument(String keyword, SyntaxNode value) {
    /// What a node hands over in the place `arguments`, none of it by a keyword.
    static List<Argument> allOf(SyntaxNode node) {
      return node.at("arguments")
          .flatMap(list -> list.children().stream())
          .map(argument -> new Argument("", argument))
          .toList();
    }
  }
}
