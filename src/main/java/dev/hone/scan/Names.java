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
import dev.hone.scan.Expression.Mentions;
import dev.hone.scan.Expression.Method;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import dev.hone.scan.Value.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Finds what expressions stand for, through imports, aliases and constant texts.
final class Names {
  /// Far deeper than code that is meant to be read, and far less than a thread's stack.
  private static final int DEEPEST = 60;

  private static final int LONGEST_PATH = 200;
  private static final int MOST_VALUES = 8;

  private final Dialect dialect;
  private int depth;

  Names(Dialect dialect) {
    this.dialect = dialect;
  }

  /// What a node may stand for; empty where its text does not tell.
  Set<Value> values(SyntaxNode node, Scope scope) {
    return found(() -> find(node, scope));
  }

  private Set<Value> found(Supplier<Set<Value>> search) {
    if (depth >= DEEPEST) {
      return Set.of();
    }
    depth++;
    try {
      return search.get();
    } finally {
      depth--;
    }
  }

  /// The texts that a node may stand for; empty where it is computed.
  List<String> texts(SyntaxNode node, Scope scope) {
    return values(node, scope).stream()
        .filter(Text.class::isInstance)
        .map(value -> ((Text) value).text())
        .toList();
  }

  /// The qualified names that a node may stand for.
  List<String> paths(SyntaxNode node, Scope scope) {
    return named(values(node, scope));
  }

  private static List<String> named(Set<Value> values) {
    return values.stream()
        .filter(Named.class::isInstance)
        .map(value -> ((Named) value).path())
        .toList();
  }

  private Set<Value> find(SyntaxNode node, Scope scope) {
    Expression expression = dialect.expression(node);
    return switch (expression) {
      case Name(String name) -> name(name, scope);
      case Member(SyntaxNode object, String name) ->
          members(values(object, scope), List.of(name), scope);
      case Element(SyntaxNode object, SyntaxNode index) ->
          members(values(object, scope), texts(index, scope), scope);
      case Call(_, List<Argument> arguments) -> called(expression, arguments, scope);
      case Method(_, _, List<Argument> arguments) -> called(expression, arguments, scope);
      case Path path -> path(path, scope);
      case Mentions(List<Path> paths) -> mentioned(paths, scope);
      case Constant(String text) -> Set.of(new Text(text));
      case Joined(List<SyntaxNode> parts) -> joined(parts, scope);
      case AnyOf(List<SyntaxNode> choices) -> any(choices, scope);
      case Lambda() -> Set.of(new Named("function"));
      case Other() -> Set.of();
    };
  }

  /// The members of these names that objects may have.
  Set<Value> members(Set<Value> objects, List<String> names, Scope scope) {
    Set<Value> found = new LinkedHashSet<>();
    for (Value object : objects) {
      for (String name : names) {
        if (object instanceof Named(String path) && path.length() + name.length() < LONGEST_PATH) {
          found.addAll(found(() -> dialect.member(path, name, scope)));
        }
      }
    }
    return found;
  }

  /// The qualified names of what a call calls; empty for what is no call.
  List<String> functions(Expression expression, Scope scope) {
    return switch (expression) {
      case Call(SyntaxNode function, _) -> paths(function, scope);
      case Method(SyntaxNode object, String name, _) ->
          named(members(values(object, scope), List.of(name), scope));
      case Name _, Member _, Element _, Path _, Mentions _ -> List.of();
      case Constant _, Joined _, AnyOf _, Lambda _, Other _ -> List.of();
    };
  }

  private Set<Value> called(Expression call, List<Argument> arguments, Scope scope) {
    Set<Value> found = new LinkedHashSet<>();
    for (String path : functions(call, scope)) {
      Optional<Set<Value>> special =
          dialect.call(path, new Dialect.CallSite(arguments, scope, this));
      found.addAll(special.orElseGet(() -> Set.of(new Named(path + "()"))));
    }
    return found;
  }

  /// What a qualified name may stand for.
  Set<Value> path(Path path, Scope scope) {
    Set<Value> found = Set.of();
    for (int i = 0; i < path.names().size(); i++) {
      String name = path.names().get(i);
      found = i == 0 ? name(name, scope) : members(found, List.of(name), scope);
    }
    return found;
  }

  private Set<Value> name(String name, Scope scope) {
    return found(() -> scope.lookUp(name).orElseGet(() -> dialect.unbound(name, scope)));
  }

  private Set<Value> mentioned(List<Path> paths, Scope scope) {
    Set<Value> found = new LinkedHashSet<>();
    paths.forEach(path -> found.addAll(path(path, scope)));
    return found;
  }

  private Set<Value> joined(List<SyntaxNode> parts, Scope scope) {
    Set<String> texts = Set.of("");
    for (SyntaxNode part : parts) {
      Set<String> longer = new LinkedHashSet<>();
      for (String end : texts(part, scope)) {
        for (String start : texts) {
          if (longer.size() < MOST_VALUES && start.length() + end.length() < LONGEST_PATH) {
            longer.add(start + end);
          }
        }
      }
      texts = longer;
    }
    Set<Value> found = new LinkedHashSet<>();
    texts.forEach(text -> found.add(new Text(text)));
    return found;
  }

  private Set<Value> any(List<SyntaxNode> choices, Scope scope) {
    Set<Value> found = new LinkedHashSet<>();
    choices.forEach(choice -> found.addAll(values(choice, scope)));
    return found;
  }
}
