package dev.hone.language.javascript;

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
import java.util.stream.Stream;

/// Writes examples of a requirement as tests of `node:test`.
final class JavaScriptExamples {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z_0-9$]*");
  // Words of other languages whose meaning in JavaScript is beyond doubt.
  private static final Map<String, String> VALUES =
      Map.of("True", "true", "False", "false", "None", "null", "nil", "null");

  private final String file;
  private final boolean module;
  private final List<String> entryPoints;
  private final Set<String> globals;

  JavaScriptExamples(String solutionPath, String testPath, List<String> entryPoints) {
    this.file = solutionPath.substring(solutionPath.lastIndexOf('/') + 1);
    this.module = testPath.endsWith(".mjs");
    this.entryPoints = entryPoints.stream().filter(IDENTIFIER.asMatchPredicate()).toList();
    this.globals = resource("globals.txt").lines().collect(Collectors.toSet());
  }

  /// Returns the file's text, or empty where no example parses. A test is numbered by the place of
  /// its example in the list.
  Optional<String> file(List<Example> examples) {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      if (isUsable(examples.get(i))) {
        tests.add(test(i + 1, examples.get(i)));
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(head() + resource("examples.js") + "\n" + String.join("\n", tests));
  }

  /// The solution is loaded outside of the tests: if that fails, no test has run.
  private String head() {
    String imports =
        module
            ? """
              import assert from 'node:assert';
              import test from 'node:test';
              import util from 'node:util';
              import * as solution from %s;
              """
            : """
              const assert = require('node:assert');
              const test = require('node:test');
              const util = require('node:util');
              const solution = require(%s);
              """;
    return imports.formatted(quoted("./" + file)) + "\nconst FILE = " + quoted(file) + ";\n\n";
  }

  private static String resource(String name) {
    return new String(Scripts.resource("javascript", name), StandardCharsets.UTF_8);
  }

  private String test(int number, Example example) {
    StringBuilder body = new StringBuilder();
    for (String name : names(example)) {
      body.append("const %s = offered(%s);\n".formatted(name, quoted(name)));
    }
    example.setup().forEach(statement -> body.append(statement.strip()).append('\n'));
    body.append(check(example)).append('\n');
    return "test('test_example_%d', async () => {\n%s});\n"
        .formatted(number, body.toString().indent(2));
  }

  private static String check(Example example) {
    String call = expression(example.call());
    String shown = quoted(call);
    return switch (example.kind()) {
      case RETURNS -> "check(%s, await %s, %s);".formatted(shown, call, value(example));
      case RAISES ->
          "await checkThrows(%s, %s, async () => %s);"
              .formatted(shown, quoted(error(example)), body(call));
      case PRINTS ->
          "await checkPrints(%s, %s, async () => %s);"
              .formatted(shown, quoted(example.expected()), body(call));
      case ASSERTS ->
          call.matches("(?s)assert\\b.*")
              ? call + ";"
              : "assert.ok(%s, %s);".formatted(call, quoted(call + " does not hold"));
    };
  }

  private static String body(String call) {
    return call.startsWith("{") ? "(" + call + ")" : call;
  }

  private static String expression(String text) {
    return text.strip().replaceFirst(";$", "");
  }

  private static String value(Example example) {
    String expected = expression(example.expected());
    return VALUES.getOrDefault(expected, expected);
  }

  private static String error(Example example) {
    String name = example.expected().strip();
    return name.isEmpty() ? "Error" : name;
  }

  private List<String> names(Example example) {
    Set<String> known = declared(example);
    Stream<String> called =
        Stream.concat(example.setup().stream(), Stream.of(example.call()))
            .map(JavaScriptNames::parse)
            .flatMap(SyntaxNode::all)
            .filter(node -> node.is("call_expression", "new_expression"))
            .flatMap(node -> Stream.concat(node.at("function"), node.at("constructor")))
            .filter(node -> node.is("identifier"))
            .map(SyntaxNode::text)
            .filter(name -> !globals.contains(name));
    Set<String> names = new LinkedHashSet<>(entryPoints);
    called.forEach(names::add);
    names.removeAll(known);
    return List.copyOf(names);
  }

  private static Set<String> declared(Example example) {
    return example.setup().stream()
        .map(JavaScriptNames::parse)
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("variable_declarator", "function_declaration", "class_declaration"))
        .flatMap(node -> node.at("name"))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier", "shorthand_property_identifier_pattern"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  private boolean isUsable(Example example) {
    boolean whole = example.setup().stream().noneMatch(s -> JavaScriptNames.parse(s).broken());
    boolean expected =
        switch (example.kind()) {
          case RETURNS -> isExpression(value(example)) && namesAreKnown(example);
          case RAISES -> IDENTIFIER.matcher(error(example)).matches();
          case PRINTS, ASSERTS -> true;
        };
    return whole && expected && isExpression(expression(example.call()));
  }

  /// A bare word that nothing defines is prose or a string without its quotes.
  private boolean namesAreKnown(Example example) {
    Set<String> known = declared(example);
    return wrapped(value(example))
        .all()
        .filter(node -> node.is("identifier"))
        .map(SyntaxNode::text)
        .allMatch(n -> globals.contains(n) || entryPoints.contains(n) || known.contains(n));
  }

  /// An object literal is one only where no statement can stand.
  private static SyntaxNode wrapped(String text) {
    return JavaScriptNames.parse("(" + text + ");");
  }

  private static boolean isExpression(String text) {
    SyntaxNode tree = wrapped(text);
    List<SyntaxNode> statements = tree.parts();
    return !tree.broken()
        && tree.all().noneMatch(node -> node.is("comment"))
        && statements.size() == 1
        && statements.getFirst().is("expression_statement")
        && statements.getFirst().parts().stream().allMatch(p -> p.is("parenthesized_expression"))
        && statements.getFirst().parts().stream()
            .flatMap(p -> p.parts().stream())
            .noneMatch(p -> p.is("sequence_expression", "assignment_expression"));
  }

  private static String quoted(String text) {
    String inner =
        text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r");
    return "'" + inner + "'";
  }
}
