package dev.hone.language.gcc;

import dev.hone.language.Expected;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.KeptLines;
import dev.hone.language.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.treesitter.TSLanguage;

/// Turns example tests in C or C++ into tests that hand over what they see to the runner. Which
/// checks those are, each language says; what it does not know checks by itself, as before.
public final class NativeObservation {
  // What a test hands over is cut where it is longer than any value of such a length.
  private static final int LONGEST = 8000;
  private static final Pattern TEST = Pattern.compile("test_(?:example|generated)_\\d+");

  private NativeObservation() {}

  /// What a test must have seen, and what stands in the place of its check.
  ///
  /// @param expected what the test must have seen
  /// @param statements how many statements at the end of the test are its check
  /// @param text what stands there instead, on no more lines
  public record Taken(Expected expected, int statements, String text) {}

  /// Knows the checks of a language.
  @FunctionalInterface
  public interface Checks {
    /// {@return what becomes of a test's check, or empty where it is another one}
    ///
    /// @param body the statements of the test, not empty
    /// @param at what a message about the last of them begins with
    Optional<Taken> taken(List<SyntaxNode> body, String at);
  }

  /// {@return the tests as they run, or empty where all of them check by themselves}
  ///
  /// @param grammar the language's grammar
  /// @param tests a test file
  /// @param checks what the language's checks become
  public static Optional<Observation> of(TSLanguage grammar, SourceFile tests, Checks checks) {
    KeptLines lines = new KeptLines(tests.content());
    Map<String, Expected> expected = new HashMap<>();
    for (SyntaxNode function : SyntaxNode.parse(grammar, tests.content()).parts()) {
      List<SyntaxNode> body = function.child("body").map(SyntaxNode::parts).orElse(List.of());
      String name = name(function);
      if (!function.is("function_definition")
          || function.broken()
          || body.isEmpty()
          || body.getLast().text().length() > LONGEST
          || !TEST.matcher(name).matches()) {
        continue;
      }
      String at = "%s:%d: ".formatted(tests.path(), body.getLast().line());
      checks
          .taken(body, at)
          .ifPresent(
              taken -> {
                expected.put(name, taken.expected());
                lines.replace(
                    body.subList(body.size() - taken.statements(), body.size()), taken.text());
              });
    }
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(new Observation(new SourceFile(tests.path(), lines.text()), expected));
  }

  private static String name(SyntaxNode function) {
    return function
        .child("declarator")
        .filter(declarator -> declarator.is("function_declarator"))
        .map(declarator -> declarator.textAt("declarator"))
        .orElse("");
  }
}
