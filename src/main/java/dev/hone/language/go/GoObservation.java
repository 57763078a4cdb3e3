package dev.hone.language.go;

import dev.hone.language.Expected;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.KeptLines;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Turns example tests that {@link GoExamples} wrote into tests that hand over what they see to the
/// runner. Conditions and values that only Go can read check by themselves, as before.
final class GoObservation {
  // What a test hands over is cut where it is longer than any value of such a length.
  private static final int LONGEST = 8000;
  private static final String ERROR = "error";
  private static final Pattern TEST = Pattern.compile("Test(?:Example|Generated)\\d+");
  private static final String CHECKS = resource("examples.go");

  private final SourceFile tests;
  private final KeptLines lines;
  private final Map<String, Expected> expected = new HashMap<>();

  private GoObservation(SourceFile tests) {
    this.tests = tests;
    this.lines = new KeptLines(tests.content());
  }

  static Optional<Observation> of(SourceFile tests) {
    return tests.content().endsWith(CHECKS) ? new GoObservation(tests).made() : Optional.empty();
  }

  private static String resource(String name) {
    return new String(Scripts.resource("go", name), StandardCharsets.UTF_8);
  }

  private Optional<Observation> made() {
    String content = tests.content();
    // The checks need not be read.
    String own = content.substring(0, content.length() - CHECKS.length());
    for (SyntaxNode test : GoNames.parse(own).parts()) {
      if (test.is("function_declaration") && TEST.matcher(test.textAt("name")).matches()) {
        check(test).ifPresent(check -> take(test.textAt("name"), check));
      }
    }
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observation(
                new SourceFile(tests.path(), lines.text() + resource("observer.go")), expected));
  }

  /// The call that a test ends with.
  private static Optional<SyntaxNode> check(SyntaxNode test) {
    return test.at("body")
        .flatMap(body -> body.parts().stream())
        .flatMap(part -> part.is("statement_list") ? part.parts().stream() : part.all().limit(1))
        .reduce((_, last) -> last)
        .filter(last -> last.is("expression_statement") && last.text().length() <= LONGEST)
        .flatMap(last -> last.parts().stream().findFirst())
        .filter(call -> call.is("call_expression"));
  }

  private void take(String test, SyntaxNode check) {
    List<SyntaxNode> arguments = check.child("arguments").map(SyntaxNode::parts).orElse(List.of());
    Optional<String> call = arguments.size() < 3 ? Optional.empty() : text(arguments.get(1));
    if (call.isEmpty()) {
      return;
    }
    Optional<Expected> wanted =
        switch (check.textAt("function")) {
          case "HoneReturns" -> returns(check, arguments, 6);
          case "HoneGives" -> returns(check, arguments, 5);
          case "HoneFails" ->
              Optional.of(
                  new Expected.Raises(
                      ERROR, at(check, call.get()) + " returned ", ", expected an error"));
          case "HonePrints" ->
              text(arguments.get(2))
                  .map(
                      printed ->
                          new Expected.Prints(at(check, call.get()), printed, quoted(printed)));
          default -> Optional.empty();
        };
    wanted.ifPresent(some -> expected.put(test, some));
    wanted.ifPresent(_ -> lines.replace(List.of(check), handedOver(check, arguments)));
  }

  private Optional<Expected> returns(SyntaxNode check, List<SyntaxNode> arguments, int count) {
    if (arguments.size() != count) {
      return Optional.empty();
    }
    String call = text(arguments.get(1)).orElseThrow();
    String want = arguments.getLast().text();
    // Read anew from the words of the requirement, and only believed if it is written as it stands.
    return text(arguments.get(2))
        .flatMap(
            shown ->
                GoExamples.written(shown)
                    .filter(value -> GoValues.untyped(value).filter(want::equals).isPresent())
                    .map(
                        value ->
                            new Expected.Returns(at(check, call), value, shown, new GoEquality())));
  }

  private static String handedOver(SyntaxNode check, List<SyntaxNode> arguments) {
    String call = arguments.get(1).text();
    String third = arguments.get(2).text();
    return switch (check.textAt("function")) {
      case "HoneReturns" ->
          "HoneReturned(t, %s, %s, %s)"
              .formatted(call, arguments.get(3).text(), arguments.get(4).text());
      case "HoneGives" -> "HoneGave(t, %s, %s)".formatted(call, arguments.get(3).text());
      case "HonePrints" -> "HonePrinted(t, %s)".formatted(arguments.get(3).text());
      default -> "HoneFailed(t, %s)".formatted(third);
    };
  }

  /// Messages of package testing begin with the place.
  private String at(SyntaxNode check, String call) {
    String path = tests.path();
    return "%s:%d: %s".formatted(path.substring(path.lastIndexOf('/') + 1), check.line(), call);
  }

  private static String quoted(String text) {
    return GoValues.quoted(text);
  }

  /// The characters of a text as {@link GoValues} writes it.
  private static Optional<String> text(SyntaxNode node) {
    return node.is("interpreted_string_literal")
        ? GoValues.unquoted(node.text())
        : Optional.empty();
  }
}
