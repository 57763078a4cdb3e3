package dev.hone.language.gcc;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;

/// Names in C and C++ text, read from its syntax tree.
final class CodeNames {
  private static final Set<String> GTEST = Set.of("TEST", "TEST_F", "TEST_P", "TYPED_TEST");
  // Their test functions run inside of what their own main program prepares.
  private static final Pattern OWN_MAIN =
      Pattern.compile("#\\s*include\\s*[<\"](?:[^<\">]*/)?(unity|cmocka|check)\\.h[>\"]");
  private static final Pattern GTEST_HEADER =
      Pattern.compile("#\\s*include\\s*[<\"]g(?:test|mock)/");
  private static final String MAIN = "main";

  private final TSLanguage grammar;

  CodeNames(TSLanguage grammar) {
    this.grammar = grammar;
  }

  SyntaxNode parse(String text) {
    return SyntaxNode.parse(grammar, text);
  }

  /// A piece of the text that belongs to a test, with its first and last line.
  private record Part(String text, int line, int lastLine) {
    static Part of(SyntaxNode node) {
      return new Part(node.text(), node.line(), node.lastLine());
    }

    static Part of(String text, MacroTests.Found found) {
      int line = 1 + (int) text.substring(0, found.start()).chars().filter(c -> c == '\n').count();
      String part = text.substring(found.start(), found.end());
      return new Part(part, line, line + (int) part.chars().filter(c -> c == '\n').count());
    }
  }

  /// A test by its name as it is reported, and what it consists of.
  private record Named(String name, List<Part> parts) {
    boolean isOfGoogleTest() {
      // A function has no dot in its name.
      return name.contains(".");
    }

    boolean holds(int line) {
      return parts.stream().anyMatch(part -> part.line() <= line && line <= part.lastLine());
    }
  }

  /// Returns the tests: functions `void test…(void)`, tests of GoogleTest as `Suite.Name`, those of
  /// Catch2 and doctest by their titles, those of Unity, cmocka and Check by their functions; where
  /// there is none, the program's own `main`.
  List<String> tests(String text) {
    return named(text).stream().map(Named::name).distinct().toList();
  }

  Optional<String> testAt(String text, int line) {
    return named(text).stream().filter(test -> test.holds(line)).map(Named::name).findFirst();
  }

  String without(String text, Set<String> names) {
    String kept = text;
    for (Named test : named(text)) {
      if (names.contains(test.name()) && !test.name().equals(MAIN)) {
        for (Part part : test.parts()) {
          kept = kept.replace(part.text(), "");
        }
        // A main program of the file may call it.
        kept = kept.replace(test.name() + "();", "");
        kept = OWN_MAIN.matcher(text).find() ? MacroTests.withoutUse(kept, test.name()) : kept;
      }
    }
    return kept.replaceAll("(?m)^[ \\t]+$", "").replaceAll("\n{3,}", "\n\n");
  }

  private List<Named> named(String text) {
    SyntaxNode root = parse(text);
    List<Named> found = new ArrayList<>(ofFrameworks(text, root));
    Matcher own = OWN_MAIN.matcher(text);
    Optional<SyntaxNode> main = function(root, MAIN).findFirst();
    // The runner writes the main program of Unity where the file has none.
    boolean takesFunctions = !own.find() || (own.group(1).equals("unity") && main.isEmpty());
    if (found.isEmpty() && takesFunctions) {
      collect(root, found, true);
    }
    if (found.stream().anyMatch(Named::isOfGoogleTest) && GTEST_HEADER.matcher(text).find()) {
      found.removeIf(test -> !test.isOfGoogleTest());
    }
    if (found.isEmpty()) {
      main.ifPresent(function -> found.add(new Named(MAIN, List.of(Part.of(function)))));
    }
    return found;
  }

  /// Returns tests that frameworks run by themselves; functions named `test…` are none there.
  private static List<Named> ofFrameworks(String text, SyntaxNode root) {
    if (OWN_MAIN.matcher(text).find()) {
      return MacroTests.named(text).stream()
          .map(name -> new Named(name, function(root, name).map(Part::of).toList()))
          .toList();
    }
    return MacroTests.titled(text).stream()
        .map(found -> new Named(found.name(), List.of(Part.of(text, found))))
        .toList();
  }

  private static Stream<SyntaxNode> function(SyntaxNode root, String name) {
    return functions(root).filter(function -> functionName(function).equals(name));
  }

  private static void collect(SyntaxNode node, List<Named> found, boolean outermost) {
    for (SyntaxNode part : node.parts()) {
      if (part.is("function_definition")) {
        function(part, outermost)
            .ifPresent(name -> found.add(new Named(name, List.of(Part.of(part)))));
      } else if (part.is("namespace_definition", "declaration_list", "linkage_specification")) {
        collect(part, found, false);
      }
    }
  }

  private static Optional<String> function(SyntaxNode definition, boolean outermost) {
    String name = functionName(definition);
    List<SyntaxNode> parameters = parameters(definition);
    if (GTEST.contains(name) && definition.textAt("type").isEmpty() && parameters.size() == 2) {
      return Optional.of(parameters.get(0).text() + "." + parameters.get(1).text());
    }
    boolean none =
        parameters.isEmpty() || (parameters.size() == 1 && parameters.get(0).text().equals("void"));
    boolean plain = outermost && none && definition.textAt("type").equals("void");
    return plain && name.startsWith("test") ? Optional.of(name) : Optional.empty();
  }

  /// Returns functions that others can call, and types, in the order of the text. A `main` is no
  /// part of what is offered.
  List<String> offered(String text) {
    return parse(text).parts().stream().flatMap(CodeNames::offered).distinct().toList();
  }

  private static Stream<String> offered(SyntaxNode node) {
    return switch (node.type()) {
      case "function_definition" ->
          Stream.of(functionName(node)).filter(name -> !hidden(node) && !name.equals(MAIN));
      case "template_declaration", "declaration_list", "linkage_specification" ->
          node.parts().stream().flatMap(CodeNames::offered);
      case "namespace_definition" -> node.at("body").flatMap(CodeNames::offered);
      case "preproc_ifdef", "preproc_if" -> node.parts().stream().flatMap(CodeNames::offered);
      case "class_specifier", "struct_specifier", "union_specifier", "enum_specifier" ->
          node.at("body").map(_ -> node.textAt("name"));
      case "type_definition" ->
          node.at("declarator")
              .flatMap(SyntaxNode::all)
              .filter(n -> n.is("type_identifier"))
              .map(SyntaxNode::text);
      case "alias_declaration" -> Stream.of(node.textAt("name"));
      case "declaration" -> node.at("type").flatMap(CodeNames::offered);
      case "preproc_function_def" -> Stream.of(node.textAt("name"));
      default -> Stream.<String>empty();
    };
  }

  private static boolean hidden(SyntaxNode definition) {
    boolean isStatic =
        definition.parts().stream()
            .anyMatch(part -> part.is("storage_class_specifier") && part.text().equals("static"));
    // A member that is defined outside of its class belongs to it.
    return isStatic
        || functionName(definition).contains("::")
        || functionName(definition).isEmpty();
  }

  static Stream<SyntaxNode> functions(SyntaxNode root) {
    return root.parts().stream().filter(part -> part.is("function_definition"));
  }

  /// Returns the name of a function, whatever it returns; empty where the node is none.
  static String functionName(SyntaxNode definition) {
    return declarator(definition).map(d -> d.textAt("declarator")).orElse("");
  }

  static List<SyntaxNode> parameters(SyntaxNode definition) {
    return declarator(definition)
        .flatMap(declarator -> declarator.at("parameters").findFirst())
        .map(SyntaxNode::parts)
        .orElse(List.of());
  }

  private static Optional<SyntaxNode> declarator(SyntaxNode definition) {
    Optional<SyntaxNode> next = definition.at("declarator").findFirst();
    while (next.isPresent() && !next.get().is("function_declarator")) {
      SyntaxNode inner = next.get();
      // A reference has its declarator without a place.
      next =
          inner
              .at("declarator")
              .findFirst()
              .or(
                  () ->
                      inner.parts().stream()
                          .filter(p -> p.type().endsWith("declarator"))
                          .findFirst());
    }
    return next;
  }
}
