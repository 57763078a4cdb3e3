package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.Argument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one language writes names, scopes and calls.
interface Dialect {
  /// The tree of a text.
  SyntaxNode read(String content);

  /// What a node does.
  Expression expression(SyntaxNode node);

  /// Enters what a node binds into the scope it stands in.
  ///
  /// @param names finds the values of expressions, asked only later
  void declare(SyntaxNode node, Scope scope, Names names);

  /// Enters what a node binds inside itself, such as the parameters of a function. Nothing, where
  /// parameters are entered as they stand, which is inside.
  default void declareInside(SyntaxNode node, Scope inside, Scope around, Names names) {}

  /// The scope that a child is in.
  ///
  /// @param own the scope that the node opens, or the one it stands in where it opens none
  default Scope scopeOf(SyntaxNode child, Scope own, Scope around) {
    return own;
  }

  /// The kind of scope that a node opens, or empty where it opens none.
  Optional<Scope.Kind> opens(SyntaxNode node);

  /// Whether a node reads a value; else it names, binds, imports or annotates.
  boolean reads(SyntaxNode node);

  /// Whether a node is the beginning of a longer name, which is then looked at as a whole.
  boolean partOfMore(SyntaxNode node);

  /// The values of a name that no scope binds.
  Set<Value> unbound(String name, Scope scope);

  /// The value of a member of something known.
  Set<Value> member(String path, String name, Scope scope);

  /// The values of a call that the language gives a meaning of its own, such as an import, or
  /// empty.
  default Optional<Set<Value>> call(String function, CallSite site) {
    return Optional.empty();
  }

  /// A call with the means to look into its arguments.
  record CallSite(List<Argument> arguments, Scope scope, Names names) {
    Set<Value> argument(int index) {
      return arguments.size() > index
          ? names.values(arguments.get(index).value(), scope)
          : Set.of();
    }
  }
}
