package dev.hone.language.java;

import dev.hone.language.Diagnostic;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Corrections of members of a class that the compiler asks for in so many words: a method that is
/// called without an object, an exception that nobody declares, a component of a record that is
/// read like a field.
final class MemberRules {
  private static final Pattern WITHOUT_OBJECT =
      Pattern.compile("non-static method (\\w+)\\(.*\\) cannot be referenced .*");
  private static final Pattern UNREPORTED =
      Pattern.compile("unreported exception (\\w+); must be caught .*");
  private static final Pattern COMPONENT =
      Pattern.compile(
          "cannot find symbol; symbol: variable (\\w+); location: variable (\\w+) of type (\\w+).*");
  private static final Set<String> CALLABLE =
      Set.of("method_declaration", "constructor_declaration");

  private MemberRules() {}

  /// Methods of the file that are called without an object become static, if the name is theirs
  /// alone.
  static String withStatic(String text, List<Diagnostic> faults) {
    String result = text;
    for (Diagnostic fault : faults) {
      Matcher words = WITHOUT_OBJECT.matcher(fault.message());
      if (!words.matches()) {
        continue;
      }
      List<SyntaxNode> methods = callables(result, words.group(1));
      if (methods.size() == 1 && !JavaNames.isMarked(methods.getFirst(), "static")) {
        result =
            JavaTokens.changed(
                result, methods.getFirst(), _ -> JavaTokens.with(methods.getFirst(), "static"));
      }
    }
    return result;
  }

  /// A checked exception is declared by the method it comes from and by all that call this one.
  /// Inside a lambda or a class without a name nothing can be declared.
  static String withThrows(String text, List<Diagnostic> faults) {
    String result = text;
    Set<String> thrown = new HashSet<>();
    for (Diagnostic fault : faults) {
      Matcher words = UNREPORTED.matcher(fault.message());
      Optional<SyntaxNode> place =
          words.matches() && fault.standsIn(lines(text))
              ? callableAt(text, fault.line())
              : Optional.empty();
      if (place.isPresent()) {
        String exception = words.group(1);
        thrown.add(exception);
        result = declared(result, place.get().textAt("name"), exception);
      }
    }
    return thrown.isEmpty() || result.equals(text) ? text : MissingImports.with(result, thrown);
  }

  private static String declared(String text, String first, String exception) {
    String result = text;
    Deque<String> open = new ArrayDeque<>(List.of(first));
    Set<String> done = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!done.add(name)) {
        continue;
      }
      for (SyntaxNode callable : callables(result, name)) {
        result = JavaTokens.changed(result, callable, _ -> throwing(callable, exception));
      }
      JavaNames.parse(result)
          .all()
          .filter(node -> CALLABLE.contains(node.type()) && calls(node, name))
          .forEach(caller -> open.add(caller.textAt("name")));
    }
    return result;
  }

  private static String throwing(SyntaxNode callable, String exception) {
    Optional<SyntaxNode> declared =
        callable.children().stream().filter(part -> part.is("throws")).findFirst();
    Optional<SyntaxNode> body = callable.child("body");
    if (body.isEmpty()
        || declared
            .filter(part -> part.text().matches("(?s).*\\b" + exception + "\\b.*"))
            .isPresent()) {
      return callable.text();
    }
    String head =
        callable
            .text()
            .substring(0, callable.text().length() - body.get().text().length())
            .stripTrailing();
    return head + (declared.isPresent() ? ", " : " throws ") + exception + " " + body.get().text();
  }

  private static boolean calls(SyntaxNode callable, String name) {
    return callable
        .all()
        .anyMatch(
            node ->
                node.is("method_invocation")
                    && node.textAt("name").equals(name)
                    && !isInside(node, callable));
  }

  /// What reads a component of a record of the file like a field calls its accessor.
  static String withAccessors(String text, List<Diagnostic> faults) {
    List<String> lines = new ArrayList<>(lines(text));
    for (Diagnostic fault : faults) {
      Matcher words = COMPONENT.matcher(fault.message());
      if (words.matches()
          && fault.standsIn(lines)
          && hasComponent(text, words.group(3), words.group(1))) {
        String read = "\\b" + words.group(2) + "\\s*\\.\\s*" + words.group(1) + "\\b(?!\\s*\\()";
        String line = lines.get(fault.line() - 1);
        lines.set(
            fault.line() - 1, line.replaceAll(read, words.group(2) + "." + words.group(1) + "()"));
      }
    }
    return String.join("\n", lines);
  }

  private static boolean hasComponent(String text, String record, String component) {
    return JavaNames.parse(text)
        .all()
        .filter(node -> node.is("record_declaration") && node.textAt("name").equals(record))
        .flatMap(node -> node.at("parameters"))
        .flatMap(parameters -> parameters.parts().stream())
        .anyMatch(parameter -> parameter.textAt("name").equals(component));
  }

  private static List<SyntaxNode> callables(String text, String name) {
    return JavaNames.parse(text)
        .all()
        .filter(node -> CALLABLE.contains(node.type()) && node.textAt("name").equals(name))
        .toList();
  }

  private static Optional<SyntaxNode> callableAt(String text, int line) {
    Optional<SyntaxNode> deepest =
        JavaNames.parse(text)
            .all()
            .filter(node -> node.line() <= line && line <= node.lastLine())
            .filter(node -> CALLABLE.contains(node.type()) || isBorder(node))
            .reduce((_, inner) -> inner);
    return deepest.filter(
        node -> !isBorder(node) && JavaNames.annotations(node).noneMatch("Override"::equals));
  }

  // What a method throws does not pass the border of a lambda or of a class body inside it.
  private static boolean isInside(SyntaxNode node, SyntaxNode callable) {
    return node.parent()
        .filter(parent -> !parent.equals(callable))
        .filter(parent -> isBorder(parent) || isInside(parent, callable))
        .isPresent();
  }

  private static boolean isBorder(SyntaxNode node) {
    return node.is("lambda_expression", "object_creation_expression")
        && (node.is("lambda_expression")
            || node.parts().stream().anyMatch(part -> part.is("class_body")));
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
