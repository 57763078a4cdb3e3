package dev.hone.language.python;

import dev.hone.language.syntax.SyntaxNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which names a piece of code takes from around it, and which it makes.
final class PythonScope {
  private PythonScope() {}

  /// Returns names that are looked up outside of the functions in which they stand.
  static Set<String> free(Collection<SyntaxNode> nodes) {
    Set<String> names = new TreeSet<>();
    nodes.forEach(node -> names.addAll(free(node)));
    return names;
  }

  private static Set<String> free(SyntaxNode node) {
    if (node.is("identifier")) {
      return node.field().equals("attribute") ? Set.of() : Set.of(node.text());
    }
    Set<String> names = free(node.children());
    if (node.is("function_definition", "lambda")) {
      Set<String> global =
          node.all()
              .filter(part -> part.is("global_statement"))
              .flatMap(PythonScope::identifiers)
              .collect(Collectors.toSet());
      names.removeAll(bound(node));
      names.addAll(global);
    }
    return names;
  }

  /// Names that a function makes its own; a default or a type beside a parameter is none of them.
  private static Set<String> bound(SyntaxNode function) {
    Set<String> names = new TreeSet<>(assigned(function));
    function
        .at("parameters")
        .flatMap(parameters -> parameters.parts().stream())
        .map(part -> part.at("name").findFirst().orElse(part))
        .map(part -> part.is("typed_parameter") ? part.parts().getFirst() : part)
        .flatMap(PythonScope::identifiers)
        .forEach(names::add);
    return names;
  }

  /// Returns names that assignments and loops below a node give a value.
  static Set<String> assigned(SyntaxNode node) {
    return node.all()
        .filter(
            part -> part.is("assignment", "augmented_assignment", "for_statement", "for_in_clause"))
        .flatMap(part -> part.at("left"))
        .filter(part -> !part.is("attribute", "subscript"))
        .flatMap(PythonScope::identifiers)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> identifiers(SyntaxNode node) {
    return node.all()
        .filter(part -> part.is("identifier") && !part.field().equals("attribute"))
        .map(SyntaxNode::text);
  }
}
