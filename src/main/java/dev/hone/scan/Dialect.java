package dev.hone.scan;

import java.util.Optional;
import java.util.Set;

/// How one language writes names, scopes and calls.
interface Dialect {
  /// The tree of a text.
  Node read(String content);

  /// What a node does.
  Expression expression(Node node);

  /// Enters what a node binds into the scope it stands in.
  ///
  /// @param names finds the values of expressions, asked only later
  void declare(Node node, Scope scope, Names names);

  /// Enters what a node binds inside itself, such as the parameters of a function.
  void declareInside(Node node, Scope inside, Scope around, Names names);

  /// The scope that a child is in.
  ///
  /// @param own the scope that the node opens, or the one it stands in where it opens none
  Scope scopeOf(Node child, Scope own, Scope around);

  /// The kind of scope that a node opens, or empty where it opens none.
  Optional<Scope.Kind> opens(Node node);

  /// Whether a node reads a value; else it names, binds, imports or annotates.
  boolean reads(Node node);

  /// The values of a name that no scope binds.
  Set<Value> unbound(String name, Scope scope);

  /// The value of a member of something known.
  Set<Value> member(String path, String name, Scope scope);

  /// The values of a call that the language gives a meaning of its own, such as an import, or
  /// empty.
  Optional<Set<Value>> call(String function, CallSite site);

  /// A call with the means to look into its arguments.
  record CallSite(Expression.Call call, Scope scope, Names names) {
    Set<Value> argument(int index) {
      return call.arguments().size() > index
          ? names.values(call.arguments().get(index).value(), scope)
          : Set.of();
    }
  }
}
