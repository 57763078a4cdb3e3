package dev.hone.language.python;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Methods that use `self` and do not take it.
final class PythonSelf {
  private PythonSelf() {}

  /// Returns the text with `self` as the first parameter of each method that speaks of it.
  static String added(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    if (tree.broken()) {
      return text;
    }
    List<String> lines = new ArrayList<>(PythonText.lines(text));
    tree.all()
        .filter(node -> node.is("class_definition"))
        .flatMap(node -> node.at("body"))
        .flatMap(body -> body.parts().stream())
        .filter(PythonSelf::lacksSelf)
        .forEach(method -> add(lines, method));
    return String.join("\n", lines);
  }

  // A decorated method may be a static one, so it is left alone.
  private static boolean lacksSelf(SyntaxNode node) {
    if (!node.is("function_definition")) {
      return false;
    }
    boolean taken =
        PythonScope.assigned(node).contains("self")
            || node.all()
                .filter(part -> part.is("parameters", "lambda_parameters"))
                .flatMap(SyntaxNode::all)
                .anyMatch(PythonSelf::isSelf);
    return !taken && node.at("body").flatMap(SyntaxNode::all).anyMatch(PythonSelf::isSelf);
  }

  private static boolean isSelf(SyntaxNode node) {
    return node.is("identifier") && node.text().equals("self") && !node.field().equals("attribute");
  }

  private static void add(List<String> lines, SyntaxNode method) {
    int at = method.line() - 1;
    String name = Pattern.quote(method.textAt("name"));
    boolean alone = method.at("parameters").allMatch(node -> node.parts().isEmpty());
    lines.set(
        at,
        lines
            .get(at)
            .replaceFirst("(def\\s+" + name + "\\s*\\()\\s*", alone ? "$1self" : "$1self, "));
  }
}
