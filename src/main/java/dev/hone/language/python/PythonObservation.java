package dev.hone.language.python;

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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns example tests that {@link PythonExamples} wrote into tests that hand over what they see to
/// the runner. Those whose expected value is not written out check by themselves, as before.
final class PythonObservation {
  // As `_same_single` of the checks has it.
  private static final Likeness LIKENESS = new Likeness(true, false, 1e-6, 1e-9);
  // What a test hands over is cut where it is longer than any value of such a length.
  private static final int LONGEST = 8000;
  private static final String HANDS_OVER = "hone_observed";
  private static final Pattern TEST = Pattern.compile("test_(?:example|generated)_\\d+");
  private static final Pattern RAISES =
      Pattern.compile("(?s)with pytest\\.raises\\((\\w+)\\):\\n.*");
  private static final Pattern PRINTED =
      Pattern.compile("(?s)_check_printed\\(.*, capsys\\.readouterr\\(\\)\\.out, .*\\)");
  private static final Map<String, String> OTHER_NAMES =
      Map.of("IOError", "OSError", "EnvironmentError", "OSError");

  private final SourceFile tests;
  private final List<String> lines;
  private final Set<String> builtins;
  private final Map<String, Expected> expected = new HashMap<>();

  private PythonObservation(SourceFile tests) {
    this.tests = tests;
    this.lines = new ArrayList<>(Arrays.asList(tests.content().split("\n", -1)));
    this.builtins = resource("builtins.txt").lines().collect(Collectors.toSet());
  }

  static Optional<Observation> of(SourceFile tests) {
    return isOurs(tests.content()) ? new PythonObservation(tests).made() : Optional.empty();
  }

  private static boolean isOurs(String content) {
    String checks = resource("examples.py");
    int imports = checks.indexOf("import pytest\n") + "import pytest\n".length();
    return content.startsWith(checks.substring(0, imports))
        && content.contains(checks.substring(imports));
  }

  private static String resource(String name) {
    return new String(Scripts.resource("python", name), StandardCharsets.UTF_8);
  }

  private Optional<Observation> made() {
    for (SyntaxNode node : PythonNames.parse(tests.content()).parts()) {
      if (node.is("function_definition") && TEST.matcher(node.textAt("name")).matches()) {
        List<SyntaxNode> body = node.child("body").map(SyntaxNode::parts).orElse(List.of());
        if (!body.isEmpty() && takes(node, body.getLast())) {
          lines.set(node.line() - 1, handed(lines.get(node.line() - 1)));
        }
      }
    }
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observation(new SourceFile(tests.path(), String.join("\n", lines)), expected));
  }

  private static String handed(String head) {
    return head.replace("()", "(" + HANDS_OVER + ")")
        .replace("(capsys)", "(capsys, " + HANDS_OVER + ")");
  }

  private boolean takes(SyntaxNode test, SyntaxNode last) {
    Optional<Expected> wanted =
        last.is("with_statement")
            ? raises(last)
            : last.parts().stream()
                .findFirst()
                .filter(one -> one.is("call"))
                .flatMap(this::checked);
    wanted.ifPresent(some -> expected.put(test.textAt("name"), some));
    return wanted.isPresent();
  }

  private Optional<Expected> checked(SyntaxNode check) {
    List<SyntaxNode> arguments = check.child("arguments").map(SyntaxNode::parts).orElse(List.of());
    if (arguments.size() != 3 || check.text().length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> call = PythonLiterals.text(arguments.getFirst());
    return switch (check.textAt("function")) {
      case "_check" -> call.flatMap(shown -> returns(check, shown, arguments));
      case "_check_printed" -> call.flatMap(shown -> prints(check, shown, arguments.getLast()));
      default -> Optional.empty();
    };
  }

  private Optional<Expected> returns(SyntaxNode check, String call, List<SyntaxNode> arguments) {
    return PythonLiterals.value(arguments.get(2))
        .map(
            value -> {
              replace(check, HANDS_OVER + ".returned(" + arguments.get(1).text() + ")");
              return new Expected.Returns(
                  call, value, ValueText.python(value).orElse(arguments.get(2).text()), LIKENESS);
            });
  }

  private Optional<Expected> prints(SyntaxNode check, String call, SyntaxNode text) {
    return PythonLiterals.text(text)
        .filter(_ -> PRINTED.matcher(check.text()).matches())
        .map(
            some -> {
              replace(check, HANDS_OVER + ".printed(capsys.readouterr().out)");
              return new Expected.Prints(call, some, ValueText.quoted(some));
            });
  }

  /// Only errors that Python has itself: another name may stand for any class.
  private Optional<Expected> raises(SyntaxNode block) {
    var form = RAISES.matcher(block.text());
    if (!form.matches() || !builtins.contains(form.group(1))) {
      return Optional.empty();
    }
    int line = block.line() - 1;
    String name = form.group(1);
    String failure =
        "%s:%d: %s\nDID NOT RAISE <class '%s'>"
            .formatted(tests.path(), block.line(), lines.get(line).strip(), real(name));
    lines.set(line, "    with " + HANDS_OVER + ".raised():");
    return Optional.of(new Expected.Raises("builtins." + real(name), failure, ""));
  }

  private static String real(String name) {
    return OTHER_NAMES.getOrDefault(name, name);
  }

  /// Lines keep their places.
  private void replace(SyntaxNode check, String text) {
    List<String> written = new ArrayList<>(Arrays.asList(("    " + text).split("\n", -1)));
    while (written.size() < check.lastLine() - check.line() + 1) {
      written.add("");
    }
    for (int i = 0; i < written.size(); i++) {
      lines.set(check.line() - 1 + i, written.get(i));
    }
  }
}
