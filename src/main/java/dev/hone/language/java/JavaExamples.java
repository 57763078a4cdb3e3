package dev.hone.language.java;

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
import java.util.stream.Collectors;

/// Writes examples of a requirement as JUnit tests. Plain calls with written-out values are made by
/// reflection: they need no types, may be static or not, and one that does not fit takes no other
/// with it. Other expressions stand as they are.
final class JavaExamples {
  private static final Set<String> JAVA_LANG_ERRORS =
      Set.of("Error", "AssertionError", "StackOverflowError", "OutOfMemoryError");

  private final TestBrief brief;

  JavaExamples(TestBrief brief) {
    this.brief = brief;
  }

  /// Returns the file, or empty where no example can be written. A test is numbered by the place of
  /// its example in the list.
  Optional<SourceFile> file() {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < brief.examples().size(); i++) {
      Optional<String> body = body(brief.examples().get(i));
      if (body.isPresent()) {
        tests.add(test(i + 1, body.get()));
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(new SourceFile(brief.testPath(), whole(String.join("\n", tests))));
  }

  private String whole(String tests) {
    String helpers = resource("examples.java");
    String name = JavaNames.stem(brief.testPath());
    String stem = JavaNames.stem(brief.solutionPath());
    List<String> packages = packages();
    StringBuilder file = new StringBuilder();
    if (!packages.getFirst().isEmpty()) {
      file.append("package %s;\n\n".formatted(packages.getFirst().replaceFirst("\\.$", "")));
    }
    file.append(resource("imports-of-examples.txt"));
    imports(tests).forEach(line -> file.append(line).append('\n'));
    file.append("\nclass ").append(name).append(" {\n");
    file.append("  private static final String CLASS = %s;\n".formatted(JavaCalls.quoted(stem)));
    file.append(
        packages.stream()
            .map(JavaCalls::quoted)
            .collect(
                Collectors.joining(
                    ", ", "  private static final String[] PACKAGES = {", "};\n\n")));
    return file.append(tests).append(helpers).toString();
  }

  /// Returns the packages that the solution may be in, as its path has it, each with a dot.
  private List<String> packages() {
    Set<String> packages = new LinkedHashSet<>();
    packages.add(PackagePath.of(brief.solutionPath()).map(name -> name + ".").orElse(""));
    packages.add("");
    return List.copyOf(packages);
  }

  private static List<String> imports(String tests) {
    return JavaNames.parse("class T {" + tests + "}")
        .all()
        .filter(node -> node.is("type_identifier", "identifier"))
        .map(SyntaxNode::text)
        .distinct()
        .flatMap(name -> StandardImports.of(name).stream())
        .filter(name -> !resource("imports-of-examples.txt").contains("import " + name + ";"))
        .map(name -> "import " + name + ";")
        .sorted()
        .toList();
  }

  private static String resource(String name) {
    return new String(Scripts.resource("java", name), StandardCharsets.UTF_8);
  }

  private static String test(int number, String body) {
    return "  @Test\n  void test_example_%d() throws Throwable {\n%s  }\n"
        .formatted(number, body.indent(4));
  }

  private Optional<String> body(Example example) {
    List<String> setup = example.setup().stream().map(JavaExamples::statement).toList();
    boolean readable = setup.stream().allMatch(JavaCalls::isStatement);
    boolean own = setup.stream().noneMatch(JavaCalls::callsBare);
    JavaCalls calls =
        new JavaCalls(JavaNames.stem(brief.solutionPath()), brief.entryPoints(), setup);
    return readable && own
        ? check(example, calls)
            .map(check -> String.join("\n", setup) + (setup.isEmpty() ? "" : "\n") + check)
        : Optional.empty();
  }

  private static String statement(String text) {
    String plain = text.strip();
    return plain.endsWith(";") || plain.endsWith("}") ? plain : plain + ";";
  }

  private static Optional<String> check(Example example, JavaCalls calls) {
    String shown = JavaCalls.quoted(expression(example.call()));
    return switch (example.kind()) {
      case RETURNS ->
          calls
              .call(expression(example.call()))
              .flatMap(
                  call ->
                      calls
                          .value(
                              expression(example.expected()), example.call() + example.expected())
                          .map(value -> "check(%s, %s, %s);".formatted(shown, call, value)));
      case RAISES ->
          calls
              .call(expression(example.call()))
              .map(call -> "checkThrows(%s, %s, () -> %s);".formatted(shown, error(example), call));
      case PRINTS ->
          calls
              .call(expression(example.call()))
              .map(
                  call ->
                      "checkPrints(%s, %s, () -> %s);"
                          .formatted(shown, JavaCalls.quoted(example.expected()), call));
      case ASSERTS -> condition(expression(example.call()), calls);
    };
  }

  /// A comparison is checked as what it compares, which tells more when it fails.
  private static Optional<String> condition(String text, JavaCalls calls) {
    String plain = text.replaceFirst("^assert\\s+", "");
    Optional<JavaCalls.Comparison> comparison = JavaCalls.comparison(plain);
    if (comparison.isPresent()) {
      String shown = JavaCalls.quoted(comparison.get().call());
      Optional<String> call = calls.call(comparison.get().call());
      Optional<String> value = calls.value(comparison.get().expected(), plain);
      if (call.isPresent() && value.isPresent()) {
        return Optional.of("check(%s, %s, %s);".formatted(shown, call.get(), value.get()));
      }
    }
    return calls
        .call(plain)
        .map(call -> "check(%s, %s, true);".formatted(JavaCalls.quoted(plain), call));
  }

  private static String expression(String text) {
    return text.strip().replaceFirst(";$", "").strip();
  }

  /// Returns the literal of an error's class. A name that Java does not have says only that there
  /// is an error.
  private static String error(Example example) {
    String name = example.expected().strip().replaceFirst("\\.class$", "");
    boolean known = name.endsWith("Exception") || JAVA_LANG_ERRORS.contains(name);
    return JavaCalls.quoted(known && !name.equals("Error") ? name : "Throwable");
  }
}
