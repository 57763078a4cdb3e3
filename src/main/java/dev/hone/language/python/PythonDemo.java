package dev.hone.language.python;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Statements that show code instead of being it.
final class PythonDemo {
  private static final Set<String> RUNNERS =
      Set.of("unittest.main", "pytest.main", "doctest.testmod");
  private static final Set<String> HOLDING =
      Set.of("for_statement", "if_statement", "with_statement", "try_statement", "while_statement");

  private final List<String> entryPoints;

  PythonDemo(List<String> entryPoints) {
    this.entryPoints = entryPoints;
  }

  /// Returns the text without the calls, prints and asserts that follow its last definition. Only a
  /// solution whose functions and classes are asked for by name has none of these; a main block is
  /// left unless it waits for input.
  String removed(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    List<String> offered = PythonNames.offered(text);
    if (entryPoints.isEmpty() || tree.broken() || !offered.containsAll(entryPoints)) {
      return text;
    }
    List<SyntaxNode> parts = tree.parts();
    List<SyntaxNode> demo = new ArrayList<>();
    for (SyntaxNode part : parts.reversed()) {
      if (isGuard(part)) {
        if (calls(part).contains("input")) {
          demo.addFirst(part);
        }
      } else if (isDemo(part, offered)) {
        demo.addFirst(part);
      } else {
        break;
      }
    }
    return without(text, certain(parts, demo));
  }

  /// Returns a test file without calls that would start the runner while the file is loaded.
  static String withoutRunnerCall(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    return without(
        text,
        tree.parts().stream()
            .filter(part -> part.is("expression_statement"))
            .filter(part -> calls(part).stream().anyMatch(RUNNERS::contains))
            .toList());
  }

  private static boolean isGuard(SyntaxNode node) {
    return node.is("if_statement") && node.textAt("condition").contains("__name__");
  }

  private boolean isDemo(SyntaxNode node, List<String> offered) {
    if (HOLDING.contains(node.type())) {
      List<SyntaxNode> inner = blocks(node).flatMap(block -> block.parts().stream()).toList();
      return inner.stream().allMatch(part -> part.is("pass_statement") || isDemo(part, offered))
          && inner.stream().anyMatch(part -> !isAssignment(part) && !part.is("pass_statement"));
    }
    if (node.is("assert_statement")) {
      return calls(node).stream().anyMatch(offered::contains);
    }
    return node.is("expression_statement")
        && (isAssignment(node) || isString(node) || isShow(node, offered));
  }

  private static Stream<SyntaxNode> blocks(SyntaxNode node) {
    return node.children().stream()
        .flatMap(child -> child.is("block") ? Stream.of(child) : blocks(child));
  }

  private static boolean isAssignment(SyntaxNode node) {
    return node.parts().size() == 1 && node.parts().getFirst().is("assignment");
  }

  private static boolean isString(SyntaxNode node) {
    return node.parts().size() == 1 && node.parts().getFirst().is("string");
  }

  // A call of the code's other functions may be what makes it ready for use.
  private boolean isShow(SyntaxNode node, List<String> offered) {
    List<SyntaxNode> parts = node.parts();
    if (parts.size() != 1 || !parts.getFirst().is("call")) {
      return false;
    }
    String called = parts.getFirst().textAt("function");
    boolean onObject = called.contains(".") && !offered.contains(called.split("\\.", 2)[0]);
    return called.equals("print")
        || called.equals("input")
        || called.equals("main")
        || RUNNERS.contains(called)
        || entryPoints.contains(called)
        || onObject;
  }

  /// Leaves out what others need: from the last assignment on whose name a definition speaks of, or
  /// that no later demo uses, everything before is code.
  private static List<SyntaxNode> certain(List<SyntaxNode> parts, List<SyntaxNode> demo) {
    List<SyntaxNode> certain = new ArrayList<>(demo);
    for (int i = 0; i < certain.size(); i++) {
      SyntaxNode part = certain.get(i);
      Set<String> names = PythonScope.assigned(part);
      List<SyntaxNode> later = List.copyOf(certain.subList(i + 1, certain.size()));
      Set<String> outside =
          PythonScope.free(parts.stream().filter(one -> !certain.contains(one)).toList());
      boolean needed =
          isAssignment(part)
              ? names.isEmpty() || !PythonScope.free(later).containsAll(names)
              : isOnUnknown(part, demo);
      if (needed || names.stream().anyMatch(outside::contains)) {
        certain.subList(0, i + 1).clear();
        i = -1;
      }
    }
    return certain.stream().allMatch(PythonDemo::isAssignment) ? List.of() : certain;
  }

  // A method of something that the demo did not make may register the code somewhere.
  private static boolean isOnUnknown(SyntaxNode node, List<SyntaxNode> demo) {
    Set<String> made =
        demo.stream()
            .flatMap(part -> PythonScope.assigned(part).stream())
            .collect(Collectors.toSet());
    return node.all()
        .filter(part -> part.is("expression_statement") && !isAssignment(part))
        .flatMap(part -> calls(part).stream().limit(1))
        .anyMatch(
            call ->
                call.contains(".")
                    && !RUNNERS.contains(call)
                    && !made.contains(call.split("\\.", 2)[0]));
  }

  private static List<String> calls(SyntaxNode node) {
    return node.all().filter(part -> part.is("call")).map(part -> part.textAt("function")).toList();
  }

  private static String without(String text, List<SyntaxNode> statements) {
    if (statements.isEmpty()) {
      return text;
    }
    List<String> lines = PythonText.lines(text);
    Set<Integer> gone = new HashSet<>();
    for (SyntaxNode statement : statements) {
      for (int line = statement.line(); line <= statement.lastLine(); line++) {
        gone.add(line);
      }
      int above = statement.line() - 1;
      while (above > 0 && (lines.get(above - 1).startsWith("#") || gone.contains(above))) {
        gone.add(above--);
      }
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (!gone.contains(i + 1)) {
        kept.append(lines.get(i)).append('\n');
      }
    }
    return kept.toString().stripTrailing() + "\n";
  }
}
