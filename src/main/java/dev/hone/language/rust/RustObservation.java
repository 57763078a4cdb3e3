package dev.hone.language.rust;

import dev.hone.language.Expected;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.KeptLines;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns example tests that {@link RustExamples} wrote into tests that hand over what they see to
/// the runner. Conditions and values that only Rust can read check by themselves, as before.
final class RustObservation {
  // What a test hands over is cut where it is longer than any value of such a length.
  private static final int LONGEST = 8000;
  private static final String ERROR = "error";
  private static final String OBSERVER = "\nextern crate hone_observed as observed;\n";
  private static final Pattern OURS = Pattern.compile(".*_(?:text|generated|agreed)_test\\.rs");
  private static final Pattern TEST = Pattern.compile("test_(?:example|generated)_\\d+");
  private static final Pattern CLOSE =
      Pattern.compile(
          "assert!\\(\\(actual - expected\\)\\.abs\\(\\) <= 1e-[56] \\* expected\\.abs\\(\\), .*");
  private static final Pattern PRINTED =
      Pattern.compile("(?s)assert_eq!\\(printed, printing::lines\\((\".*\")\\)\\);");
  private static final Pattern EQUAL = Pattern.compile("(?s)assert_eq!\\((.+), expected\\);");
  private static final Pattern REFUSED =
      Pattern.compile("(?s)assert!\\((.+)\\.(is_err|is_none)\\(\\)\\);");
  private static final Pattern FAILS =
      Pattern.compile("(?s)fails!\\(\"(?:[^\"\\\\]|\\\\.)*\", (.+), (true|false)\\);");

  private final SourceFile tests;
  private final KeptLines lines;
  private final Map<String, Expected> expected = new HashMap<>();

  private RustObservation(SourceFile tests) {
    this.tests = tests;
    this.lines = new KeptLines(tests.content());
  }

  static Optional<Observation> of(SourceFile tests) {
    return OURS.matcher(tests.path()).matches()
        ? new RustObservation(tests).made()
        : Optional.empty();
  }

  private Optional<Observation> made() {
    for (RustItems.Item item : RustItems.top(tests.content())) {
      List<SyntaxNode> body =
          item.node().child("body").map(SyntaxNode::parts).orElse(List.of()).stream()
              .filter(part -> !part.isComment())
              .toList();
      if (item.isTest() && TEST.matcher(item.path()).matches() && !body.isEmpty()) {
        take(item.path(), body);
      }
    }
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observation(new SourceFile(tests.path(), lines.text() + OBSERVER), expected));
  }

  /// What a test must have seen, the statements of its check, and what stands in their place.
  private record Taken(Expected expected, int statements, String text) {}

  private void take(String test, List<SyntaxNode> body) {
    if (body.getLast().text().length() > LONGEST) {
      return;
    }
    taken(test, body)
        .ifPresent(
            taken -> {
              expected.put(test, taken.expected());
              lines.replace(
                  body.subList(body.size() - taken.statements(), body.size()), taken.text());
            });
  }

  private Optional<Taken> taken(String test, List<SyntaxNode> body) {
    SyntaxNode last = body.getLast();
    String text = last.text();
    Matcher printed = PRINTED.matcher(text);
    Matcher equal = EQUAL.matcher(text);
    Matcher refused = REFUSED.matcher(text);
    Matcher fails = FAILS.matcher(text);
    if (text.startsWith("returns!(")) {
      return returns(test, last);
    }
    if (CLOSE.matcher(text).matches() && body.size() >= 3) {
      return close(test, body.subList(body.size() - 3, body.size()));
    }
    if (printed.matches()) {
      return RustLiterals.unquoted(printed.group(1))
          .map(
              some ->
                  new Taken(
                      new Expected.Prints(at(last) + "the call", some, printed.group(1)),
                      1,
                      "observed::printed(\"%s\", &printed);".formatted(test)));
    }
    if (equal.matches() && body.size() >= 2) {
      return equal(test, body.subList(body.size() - 2, body.size()), equal.group(1));
    }
    if (refused.matches()) {
      String call = "%s.%s()".formatted(refused.group(1), refused.group(2));
      return Optional.of(
          new Taken(
              new Expected.Raises(ERROR, at(last) + "assertion failed: " + call, ""),
              1,
              "observed::raised(\"%s\", %s, \"\");".formatted(test, call)));
    }
    return fails.matches()
        ? Optional.of(
            new Taken(
                new Expected.Raises(
                    ERROR,
                    at(last) + "assertion failed: " + fails.group(1) + " returned ",
                    ", expected an error"),
                1,
                "observed::failed!(\"%s\", %s, %s);"
                    .formatted(test, fails.group(1), fails.group(2))))
        : Optional.empty();
  }

  /// `returns!("add(1, 2)", add(given("1"), given("2")), "3");`
  private Optional<Taken> returns(String test, SyntaxNode statement) {
    List<SyntaxNode> tokens =
        statement
            .all()
            .filter(node -> node.is("token_tree"))
            .findFirst()
            .map(SyntaxNode::parts)
            .orElse(List.of());
    if (tokens.size() < 3
        || !tokens.getFirst().is("string_literal")
        || !tokens.getLast().is("string_literal")) {
      return Optional.empty();
    }
    String first = tokens.getFirst().text();
    String last = tokens.getLast().text();
    String inner =
        statement.text().substring("returns!(".length(), statement.text().length() - ");".length());
    String call = inner.substring(first.length() + 2, inner.length() - last.length() - 2);
    Optional<String> shown = RustLiterals.unquoted(first);
    Optional<String> text = RustLiterals.unquoted(last);
    return text.flatMap(ExampleValues::value)
        .map(
            value ->
                new Taken(
                    new Expected.Returns(
                        at(statement) + shown.orElse(call),
                        value,
                        text.orElseThrow(),
                        new RustEquality()),
                    1,
                    "observed::returned!(\"%s\", %s);".formatted(test, call)));
  }

  /// `let expected: i32 = 3;`, then `assert_eq!(add(1, 2), expected);`
  private Optional<Taken> equal(String test, List<SyntaxNode> two, String call) {
    SyntaxNode type = two.getFirst().child("type").orElse(two.getFirst());
    return literal(two.getFirst())
        .map(
            value ->
                new Taken(
                    new Expected.Returns(
                        at(two.getLast()) + call,
                        RustEquality.exact(value),
                        two.getFirst().textAt("value"),
                        new RustEquality()),
                    2,
                    // The compiler must still see that the types can be compared, on the same line.
                    "\nmatch (%s) { actual => { if false { assert_eq!(actual, observed::never::<%s>()); } observed::returned!(\"%s\", actual); } }"
                        .formatted(call, type.text(), test)));
  }

  /// `let actual: f64 = half(3.0);`, then the same of `expected`, then the assertion.
  private Optional<Taken> close(String test, List<SyntaxNode> three) {
    return literal(three.get(1))
        .filter(_ -> three.getFirst().textAt("pattern").equals("actual"))
        .map(
            value ->
                new Taken(
                    new Expected.Returns(
                        at(three.getLast()) + three.getFirst().textAt("value"),
                        value,
                        three.get(1).textAt("value"),
                        new RustEquality()),
                    3,
                    "%s\n\nobserved::returned!(\"%s\", actual);"
                        .formatted(three.getFirst().text(), test)));
  }

  /// The value of `let expected`, only believed if it would be written as it stands.
  private static Optional<Value> literal(SyntaxNode let) {
    if (!let.is("let_declaration") || !let.textAt("pattern").equals("expected")) {
      return Optional.empty();
    }
    String written = let.textAt("value");
    return let.child("type").flatMap(type -> RustLiterals.read(written, type));
  }

  private String at(SyntaxNode statement) {
    return "%s:%d: ".formatted(tests.path(), statement.line());
  }
}
