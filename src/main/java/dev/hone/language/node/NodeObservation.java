package dev.hone.language.node;

import dev.hone.language.Expected;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Likeness;
import dev.hone.language.values.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;

/// Turns example tests that {@link NodeExamples} wrote into tests that hand over what they see to
/// the runner. Those whose expected value is not written out check by themselves, as before.
public final class NodeObservation {
  // As `same` of the checks has it.
  private static final Likeness LIKENESS = new Likeness(false, false, 1e-6, 0);
  // What a test hands over is cut where it is longer than any value of such a length.
  private static final int LONGEST = 8000;
  private static final Pattern TEST = Pattern.compile("test_(?:example|generated)_\\d+");
  private static final String CHECKS =
      new String(Scripts.resource("node", "examples.js"), StandardCharsets.UTF_8);

  private final SourceFile tests;
  private final List<Located.Edit> edits = new ArrayList<>();
  private final Map<String, Expected> expected = new HashMap<>();

  private NodeObservation(SourceFile tests) {
    this.tests = tests;
  }

  /// {@return the tests as they run, or empty where they check by themselves}
  ///
  /// @param tests a test file
  /// @param grammar the grammar of its language
  public static Optional<Observation> of(SourceFile tests, TSLanguage grammar) {
    return tests.content().contains(CHECKS)
        ? new NodeObservation(tests).made(SyntaxNode.parse(grammar, tests.content()))
        : Optional.empty();
  }

  private Optional<Observation> made(SyntaxNode root) {
    Located.root(root, tests.content()).children().stream()
        .flatMap(statement -> statement.children().stream())
        .filter(call -> isCallOf(call, "test"))
        .forEach(this::take);
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observation(
                new SourceFile(tests.path(), Located.edited(tests.content(), edits)), expected));
  }

  private void take(Located test) {
    List<Located> arguments = arguments(test);
    Optional<String> title =
        arguments.stream().findFirst().flatMap(one -> NodeLiterals.text(one.node()));
    if (arguments.size() != 2 || title.filter(t -> TEST.matcher(t).matches()).isEmpty()) {
      return;
    }
    Located function = arguments.getLast();
    Optional<Located> head =
        child(function, "parameters").filter(p -> p.node().text().equals("()"));
    Optional<Located> last =
        child(function, "body").flatMap(body -> parts(body).reduce((_, second) -> second));
    if (head.isPresent() && last.isPresent() && takes(title.get(), last.get())) {
      edits.add(new Located.Edit(head.get().start(), head.get().end(), "(honeTest)"));
    }
  }

  private boolean takes(String title, Located statement) {
    Optional<Located> check =
        statement
            .all()
            .filter(one -> one.node().is("call_expression"))
            .findFirst()
            .filter(one -> one.node().text().length() <= LONGEST);
    Optional<Expected> wanted = check.flatMap(call -> wanted(call, arguments(call)));
    wanted.ifPresent(some -> expected.put(title, some));
    return wanted.isPresent();
  }

  private Optional<Expected> wanted(Located check, List<Located> arguments) {
    Optional<String> shown =
        arguments.stream().findFirst().flatMap(one -> NodeLiterals.text(one.node()));
    if (arguments.size() != 3 || shown.isEmpty()) {
      return Optional.empty();
    }
    String call = shown.get();
    SyntaxNode second = arguments.get(1).node();
    SyntaxNode third = arguments.get(2).node();
    Optional<Expected> wanted =
        switch (check.node().textAt("function")) {
          case "check" ->
              NodeLiterals.value(third)
                  .map(
                      value ->
                          new Expected.Returns(
                              call, value, ValueText.node(value).orElse(third.text()), LIKENESS));
          case "checkThrows" ->
              NodeLiterals.text(second)
                  .map(name -> new Expected.Raises(name, call + " threw ", ", expected " + name));
          case "checkPrints" ->
              NodeLiterals.text(second)
                  .map(text -> new Expected.Prints(call, text, ValueText.quoted(text)));
          default -> Optional.empty();
        };
    wanted.ifPresent(some -> replace(check, handedOver(some, second.text(), third.text())));
    return wanted;
  }

  private static String handedOver(Expected expected, String second, String third) {
    return switch (expected) {
      case Expected.Returns _ -> "honeObserved.returned(honeTest, " + second + ")";
      case Expected.Raises _ -> "honeObserved.thrown(honeTest, " + third + ")";
      case Expected.Prints _ -> "honeObserved.printed(honeTest, " + third + ")";
    };
  }

  /// Lines keep their places.
  private void replace(Located check, String text) {
    int lost = lines(check.node().text()) - lines(text);
    edits.add(new Located.Edit(check.start(), check.end(), text + "\n".repeat(lost)));
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static boolean isCallOf(Located call, String name) {
    return call.node().is("call_expression") && call.node().textAt("function").equals(name);
  }

  private static List<Located> arguments(Located call) {
    return child(call, "arguments").stream().flatMap(NodeObservation::parts).toList();
  }

  private static Optional<Located> child(Located of, String place) {
    return of.children().stream().filter(one -> one.node().field().equals(place)).findFirst();
  }

  private static Stream<Located> parts(Located of) {
    return of.children().stream().filter(one -> one.node().named() && !one.node().is("comment"));
  }
}
