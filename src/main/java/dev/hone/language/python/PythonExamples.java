package dev.hone.language.python;

import dev.hone.language.Example;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes examples of a requirement as pytest functions.
final class PythonExamples {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  // Words of other languages whose meaning in Python is beyond doubt.
  private static final Map<String, String> VALUES =
      Map.of("true", "True", "false", "False", "null", "None", "none", "None", "nil", "None");

  private final List<String> entryPoints;
  private final String module;
  private final Set<String> builtins;

  PythonExamples(String solutionPath, List<String> entryPoints) {
    this.entryPoints = entryPoints.stream().filter(IDENTIFIER.asMatchPredicate()).toList();
    this.module = PythonNames.module(solutionPath);
    this.builtins =
        new String(Scripts.resource("python", "builtins.txt"), StandardCharsets.UTF_8)
            .lines()
            .collect(Collectors.toSet());
  }

  /// Returns the file's text, or empty where no example parses. A test is numbered by the place of
  /// its example in the list.
  Optional<String> file(List<Example> examples) {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      if (isUsable(example)) {
        tests.add(test(i + 1, example));
      }
    }
    if (tests.isEmpty()) {
      return Optional.empty();
    }
    String checks = new String(Scripts.resource("python", "examples.py"), StandardCharsets.UTF_8);
    // The module is loaded outside of the tests: if that fails, no test has run.
    String head = checks.replace("import pytest\n", "import pytest\n\nimport " + module + "\n");
    return Optional.of(head + "\n\n" + String.join("\n\n", tests));
  }

  private String test(int number, Example example) {
    String arguments = example.kind() == Example.Kind.PRINTS ? "capsys" : "";
    StringBuilder text = new StringBuilder("def test_example_" + number + "(" + arguments + "):\n");
    String imports = imports(example);
    if (!imports.isEmpty()) {
      text.append("    ").append(imports).append("\n\n");
    }
    for (String statement : example.setup()) {
      text.append(statement.strip().indent(4));
    }
    return text.append(check(example).indent(4)).toString();
  }

  private String check(Example example) {
    String call = call(example);
    String shown = quoted(call);
    return switch (example.kind()) {
      case RETURNS -> "_check(%s, %s, %s)".formatted(shown, call, value(example));
      case RAISES -> "with pytest.raises(%s):\n    %s".formatted(error(example), call);
      case PRINTS ->
          "capsys.readouterr()\n%s\n_check_printed(%s, capsys.readouterr().out, %s)"
              .formatted(call, shown, quoted(example.expected()));
      case ASSERTS -> "assert " + call;
    };
  }

  private static String call(Example example) {
    String call = example.call().strip();
    return example.kind() == Example.Kind.ASSERTS ? call.replaceFirst("^assert\\s+", "") : call;
  }

  private static String value(Example example) {
    String expected = example.expected().strip();
    return isTuple(expected) ? "(" + expected + ")" : VALUES.getOrDefault(expected, expected);
  }

  private static boolean isTuple(String text) {
    List<SyntaxNode> statements = PythonNames.parse(text).parts();
    return statements.size() == 1 && statements.getFirst().parts().size() > 1;
  }

  private static String error(Example example) {
    String name = example.expected().strip();
    // Any error will do where the requirement names none.
    return name.isEmpty() || name.equals("Error") ? "Exception" : name;
  }

  /// Names are imported in the test, so that a missing name fails the test and not the whole file.
  private String imports(Example example) {
    Set<String> names = new LinkedHashSet<>(entryPoints);
    Set<String> known = assigned(example);
    List<SyntaxNode> parts = new ArrayList<>();
    example.setup().forEach(statement -> parts.add(PythonNames.parse(statement)));
    parts.add(PythonNames.parse(call(example)));
    for (SyntaxNode part : parts) {
      part.all()
          .filter(node -> node.is("call"))
          .flatMap(node -> node.at("function"))
          .filter(node -> node.is("identifier"))
          .map(SyntaxNode::text)
          .filter(name -> !builtins.contains(name) && !known.contains(name))
          .forEach(names::add);
    }
    String error = error(example);
    if (example.kind() == Example.Kind.RAISES
        && !builtins.contains(error)
        && IDENTIFIER.matcher(error).matches()) {
      names.add(error);
    }
    names.removeAll(known);
    return names.isEmpty() ? "" : "from " + module + " import " + String.join(", ", names);
  }

  private static Set<String> assigned(Example example) {
    return example.setup().stream()
        .map(PythonNames::parse)
        .flatMap(SyntaxNode::all)
        .filter(
            node ->
                node.field().equals("left")
                    || node.is("dotted_name", "aliased_import")
                    || (node.field().equals("name") && node.is("identifier")))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  private boolean isUsable(Example example) {
    boolean whole = example.setup().stream().noneMatch(s -> PythonNames.parse(s).broken());
    boolean expected =
        switch (example.kind()) {
          case RETURNS -> isExpression(value(example)) && namesAreKnown(example);
          case RAISES -> isErrorName(error(example));
          case PRINTS, ASSERTS -> true;
        };
    return whole && expected && isExpression(call(example));
  }

  private boolean isErrorName(String name) {
    return builtins.contains(name)
        || (IDENTIFIER.matcher(name).matches() && Character.isUpperCase(name.charAt(0)));
  }

  /// A bare word that nothing defines is prose or a string without its quotes.
  private boolean namesAreKnown(Example example) {
    Set<String> known = assigned(example);
    return PythonNames.parse(value(example))
        .all()
        .filter(node -> node.is("identifier") && !node.field().equals("attribute"))
        .filter(node -> !node.field().equals("name"))
        .map(SyntaxNode::text)
        .allMatch(n -> builtins.contains(n) || entryPoints.contains(n) || known.contains(n));
  }

  private static boolean isExpression(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    if (tree.broken() || tree.all().anyMatch(node -> node.is("comment"))) {
      return false;
    }
    List<SyntaxNode> statements = tree.parts();
    return statements.size() == 1
        && statements.getFirst().is("expression_statement")
        && statements.getFirst().parts().size() == 1
        && !statements.getFirst().parts().getFirst().is("assignment", "augmented_assignment");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
