package dev.hone.language.node;

import dev.hone.language.Example;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterTypescript;

/// Writes examples of a requirement as tests of `node:test`. The types of TypeScript are not
/// checked in them: an example that does not fit the declared types must not take the others with
/// it.
public final class NodeExamples {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z_0-9$]*");
  private static final String COMMON_JS =
      """
      const assert = require('node:assert');
      const test = require('node:test');
      const util = require('node:util');
      const solution = require(%s);
      """;
  private static final String MODULE =
      """
      import assert from 'node:assert';
      import test from 'node:test';
      import util from 'node:util';
      import * as solution from %s;
      """;

  private final TestBrief brief;
  private final TSLanguage grammar;
  private final String imports;
  private final List<String> entryPoints;
  private final Set<String> globals;

  private NodeExamples(TestBrief brief, TSLanguage grammar, String imports) {
    this.brief = brief;
    this.grammar = grammar;
    this.imports = imports;
    this.entryPoints = brief.entryPoints().stream().filter(IDENTIFIER.asMatchPredicate()).toList();
    this.globals = resource("globals.txt").lines().collect(Collectors.toSet());
  }

  /// {@return the test file in JavaScript, or empty where no example can be written as a test}
  ///
  /// @param brief what is tested by which examples
  public static Optional<SourceFile> javaScript(TestBrief brief) {
    String imports = brief.testPath().endsWith(".mjs") ? MODULE : COMMON_JS;
    String from = quoted("./" + nameOf(brief.solutionPath()));
    return new NodeExamples(brief, new TreeSitterJavascript(), imports.formatted(from)).file();
  }

  /// {@return the test file in TypeScript, or empty where no example can be written as a test}
  ///
  /// @param brief what is tested by which examples
  /// @param importName what the test file writes to import the solution
  public static Optional<SourceFile> typeScript(TestBrief brief, String importName) {
    String imports = "// @ts-nocheck\n" + MODULE.formatted(quoted(importName));
    return new NodeExamples(brief, new TreeSitterTypescript(), imports).file();
  }

  /// A test is numbered by the place of its example in the list.
  private Optional<SourceFile> file() {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < brief.examples().size(); i++) {
      Example example = spelled(brief.examples().get(i));
      if (isUsable(example)) {
        tests.add(test(i + 1, example));
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SourceFile(
                brief.testPath(),
                head() + resource("examples.js") + "\n" + String.join("\n", tests)));
  }

  /// The solution is loaded outside of the tests: if that fails, no test has run.
  private String head() {
    return imports + "\nconst FILE = " + quoted(nameOf(brief.solutionPath())) + ";\n\n";
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String resource(String name) {
    return new String(Scripts.resource("node", name), StandardCharsets.UTF_8);
  }

  /// An example with its values as JavaScript writes them.
  private Example spelled(Example example) {
    Spelling spelling = new Spelling(grammar);
    boolean value = example.kind() == Example.Kind.RETURNS;
    return new Example(
        example.kind(),
        example.setup(),
        spelling.call(expression(example.call())),
        value ? spelling.value(expression(example.expected())) : example.expected(),
        example.source());
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
    String call = example.call();
    String shown = quoted(call);
    return switch (example.kind()) {
      case RETURNS -> "check(%s, await %s, %s);".formatted(shown, call, example.expected());
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

  private static String error(Example example) {
    String name = example.expected().strip();
    return name.isEmpty() ? "Error" : name;
  }

  private List<String> names(Example example) {
    Set<String> known = declared(example);
    Stream<String> called =
        Stream.concat(example.setup().stream(), Stream.of(example.call()))
            .map(this::parse)
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

  private Set<String> declared(Example example) {
    return example.setup().stream()
        .map(this::parse)
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("variable_declarator", "function_declaration", "class_declaration"))
        .flatMap(node -> node.at("name"))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier", "shorthand_property_identifier_pattern"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  private boolean isUsable(Example example) {
    boolean whole = example.setup().stream().noneMatch(s -> parse(s).broken());
    boolean expected =
        switch (example.kind()) {
          case RETURNS -> isExpression(example.expected()) && namesAreKnown(example);
          case RAISES -> IDENTIFIER.matcher(error(example)).matches();
          case PRINTS, ASSERTS -> true;
        };
    return whole && expected && isExpression(example.call());
  }

  /// A bare word that nothing defines is prose or a string without its quotes.
  private boolean namesAreKnown(Example example) {
    Set<String> known = declared(example);
    return wrapped(example.expected())
        .all()
        .filter(node -> node.is("identifier"))
        .map(SyntaxNode::text)
        .allMatch(n -> globals.contains(n) || entryPoints.contains(n) || known.contains(n));
  }

  /// An object literal is one only where no statement can stand.
  private SyntaxNode wrapped(String text) {
    return parse("(" + text + ");");
  }

  private boolean isExpression(String text) {
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

  private SyntaxNode parse(String text) {
    return SyntaxNode.parse(grammar, text);
  }

  private static String quoted(String text) {
    String inner =
        text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r");
    return "'" + inner + "'";
  }
}
