package dev.hone.language.python;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.treesitter.TreeSitterPython;

/// Names in Python text, read from its syntax tree.
final class PythonNames {
  private static final String CLASS = "class_definition";
  private static final String FUNCTION = "function_definition";

  private PythonNames() {}

  /// Returns the tests that pytest collects: functions `test…`, in classes `Test…` without a
  /// constructor, and in subclasses of a test case of unittest, inherited ones too where the class
  /// above is in the same text. A later definition of the same name replaces the earlier one, as it
  /// does in Python.
  static List<String> tests(String text) {
    return new Collection().of(definitions(parse(text)).toList(), "").stream().distinct().toList();
  }

  /// Returns public functions and classes at the top of the text.
  static List<String> offered(String text) {
    return definitions(parse(text))
        .map(node -> node.textAt("name"))
        .filter(name -> !name.isEmpty() && !name.startsWith("_"))
        .distinct()
        .toList();
  }

  /// Returns the text without some of its tests, decorators and all.
  static String without(String text, Set<String> tests) {
    String[] kept = {text};
    doomed(parse(text), "", tests).forEach(node -> kept[0] = kept[0].replace(node.text(), ""));
    return kept[0].replaceAll("(?m)^[ \\t]+$", "").replaceAll("\n{4,}", "\n\n\n");
  }

  private static Stream<SyntaxNode> doomed(SyntaxNode block, String prefix, Set<String> tests) {
    return block.parts().stream()
        .flatMap(
            node -> {
              SyntaxNode definition = node.at("definition").findFirst().orElse(node);
              String name = prefix + definition.textAt("name");
              if (tests.contains(name)) {
                return Stream.of(node);
              }
              return definition.at("body").flatMap(body -> doomed(body, name + "::", tests));
            });
  }

  /// Returns the name by which a file is imported. The folder `src` is searched for modules, so it
  /// is no part of their names; a package is named by its folder.
  static String module(String path) {
    return path.replaceFirst("^src/", "")
        .replaceFirst("\\.py$", "")
        .replaceFirst("/__init__$", "")
        .replace('/', '.');
  }

  static SyntaxNode parse(String text) {
    return SyntaxNode.parse(new TreeSitterPython(), text);
  }

  /// Tests of classes that others may inherit from.
  private static final class Collection {
    private final Map<String, List<String>> byClass = new HashMap<>();
    private final Set<String> testCases = new HashSet<>();

    List<String> of(List<SyntaxNode> definitions, String prefix) {
      List<String> names = new ArrayList<>();
      for (SyntaxNode node : definitions) {
        String name = node.textAt("name");
        if (node.is(FUNCTION) && name.startsWith("test")) {
          names.add(prefix + name);
        } else if (node.is(CLASS)) {
          List<String> inner = inner(node);
          byClass.put(name, inner);
          if (isCollected(node, name)) {
            inner.forEach(test -> names.add(prefix + name + "::" + test));
          }
        }
      }
      return names;
    }

    private List<String> inner(SyntaxNode node) {
      List<String> tests = new ArrayList<>();
      bases(node).forEach(base -> tests.addAll(byClass.getOrDefault(base, List.of())));
      tests.addAll(of(node.at("body").flatMap(PythonNames::definitions).toList(), ""));
      return tests;
    }

    private boolean isCollected(SyntaxNode node, String name) {
      if (node.at("body").flatMap(body -> body.parts().stream()).anyMatch(PythonNames::isHidden)) {
        return false;
      }
      if (bases(node).anyMatch(base -> base.endsWith("TestCase") || testCases.contains(base))) {
        testCases.add(name);
        return true;
      }
      return name.startsWith("Test")
          && node.at("body")
              .flatMap(PythonNames::definitions)
              .noneMatch(inner -> inner.is(FUNCTION) && isConstructor(inner.textAt("name")));
    }

    private static Stream<String> bases(SyntaxNode node) {
      return node.at("superclasses").flatMap(bases -> bases.parts().stream()).map(SyntaxNode::text);
    }
  }

  private static boolean isHidden(SyntaxNode statement) {
    return statement.text().replace(" ", "").equals("__test__=False");
  }

  private static boolean isConstructor(String name) {
    return name.equals("__init__") || name.equals("__new__");
  }

  /// Returns functions and classes of a block, decorated or not, also below `if` and `try`.
  private static Stream<SyntaxNode> definitions(SyntaxNode block) {
    return block.parts().stream()
        .flatMap(
            node -> {
              if (node.is(FUNCTION, CLASS)) {
                return Stream.of(node);
              }
              boolean holdsOthers =
                  node.is("decorated_definition", "if_statement", "try_statement", "block")
                      || node.is("else_clause", "elif_clause", "except_clause", "with_statement");
              return holdsOthers && !isMainGuard(node) ? definitions(node) : Stream.empty();
            });
  }

  private static boolean isMainGuard(SyntaxNode node) {
    return node.is("if_statement") && node.textAt("condition").contains("__name__");
  }
}
