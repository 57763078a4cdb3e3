package dev.hone.language.java;

import dev.hone.language.Expected;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Likeness;
import dev.hone.language.values.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Turns example tests that {@link JavaExamples} wrote into tests that hand over what they see to
/// the runner. Those whose expected value is not written out check by themselves, as before.
final class JavaObservation {
  // As `same` of the checks has it.
  private static final Likeness LIKENESS = new Likeness(false, true, 1e-6, 1e-12);
  // What a test hands over is cut where it is longer than any value of such a length.
  private static final int LONGEST = 8000;
  private static final String REPORTER = "org.junit.jupiter.api.TestReporter";
  private static final Pattern TEST = Pattern.compile("test_(?:example|generated)_\\d+");
  private static final String CHECKS = resource("examples.java");

  private final SourceFile tests;
  private final List<String> lines;
  private final Map<String, Expected> expected = new HashMap<>();

  private JavaObservation(SourceFile tests) {
    this.tests = tests;
    this.lines = new ArrayList<>(Arrays.asList(tests.content().split("\n", -1)));
  }

  static Optional<Observation> of(SourceFile tests) {
    return tests.content().endsWith(CHECKS) ? new JavaObservation(tests).made() : Optional.empty();
  }

  private static String resource(String name) {
    return new String(Scripts.resource("java", name), StandardCharsets.UTF_8);
  }

  private Optional<Observation> made() {
    for (JavaNames.Named test : JavaNames.tests(tests)) {
      List<SyntaxNode> body = test.node().child("body").map(SyntaxNode::parts).orElse(List.of());
      Optional<Integer> head = head(test.node());
      if (TEST.matcher(test.name()).matches() && !body.isEmpty() && head.isPresent()) {
        Optional<Expected> wanted = wanted(body.getLast());
        wanted.ifPresent(some -> expected.put(test.name(), some));
        wanted.ifPresent(_ -> lines.set(head.get(), taking(lines.get(head.get()))));
      }
    }
    String checking = String.join("\n", lines);
    String open = checking.substring(0, checking.lastIndexOf('}'));
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observation(
                new SourceFile(
                    tests.path(),
                    open + resource("observer.java").replace("TestReporter", REPORTER) + "}\n"),
                expected));
  }

  /// The line of the method's name, from 0.
  private Optional<Integer> head(SyntaxNode method) {
    String name = method.textAt("name") + "()";
    for (int line = method.line() - 1; line < method.lastLine(); line++) {
      if (lines.get(line).contains(name)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static String taking(String head) {
    return head.replaceFirst("\\(\\)", "(" + REPORTER + " honeReporter)");
  }

  private Optional<Expected> wanted(SyntaxNode statement) {
    Optional<SyntaxNode> check =
        statement.parts().stream().filter(one -> one.is("method_invocation")).findFirst();
    List<SyntaxNode> arguments =
        check.flatMap(c -> c.child("arguments")).map(SyntaxNode::parts).orElse(List.of());
    if (arguments.size() != 3 || statement.text().length() > LONGEST) {
      return Optional.empty();
    }
    SyntaxNode second = arguments.get(1);
    SyntaxNode third = arguments.get(2);
    String name = check.get().textAt("name");
    Optional<Expected> wanted =
        JavaLiterals.text(arguments.getFirst())
            .flatMap(call -> expectation(name, call, second, third));
    wanted.ifPresent(
        some ->
            replace(
                statement,
                switch (some) {
                  case Expected.Returns _ -> "returned(honeReporter, " + second.text() + ");";
                  case Expected.Raises _ -> "threw(honeReporter, " + third.text() + ");";
                  case Expected.Prints _ -> "printed(honeReporter, " + third.text() + ");";
                }));
    return wanted;
  }

  private static Optional<Expected> expectation(
      String check, String call, SyntaxNode second, SyntaxNode third) {
    return switch (check) {
      case "check" ->
          JavaLiterals.value(third)
              .map(
                  value ->
                      new Expected.Returns(
                          call, value, ValueText.java(value).orElse(third.text()), LIKENESS));
      case "checkThrows" ->
          JavaLiterals.text(second)
              .map(error -> new Expected.Raises(error, call + " threw ", ", expected " + error));
      case "checkPrints" ->
          JavaLiterals.text(second)
              .map(text -> new Expected.Prints(call, text, "\"" + text + "\""));
      default -> Optional.empty();
    };
  }

  /// Lines keep their places.
  private void replace(SyntaxNode statement, String text) {
    List<String> written = new ArrayList<>(Arrays.asList(("    " + text).split("\n", -1)));
    while (written.size() < statement.lastLine() - statement.line() + 1) {
      written.add("");
    }
    for (int i = 0; i < written.size(); i++) {
      lines.set(statement.line() - 1 + i, written.get(i));
    }
  }
}
