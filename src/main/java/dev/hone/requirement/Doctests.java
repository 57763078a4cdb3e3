package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples that are written as a session at an interactive prompt.
final class Doctests {
  private static final Pattern PROMPT = Pattern.compile("^\\s*([#*/!]+)?\\s*>>> ?(.*)$");
  private static final Pattern MORE = Pattern.compile("^\\s*(?:[#*/!]+\\s*)?\\.\\.\\. ?(.*)$");
  private static final Pattern ERROR =
      Pattern.compile(
          "^\\s*(?:[\\w.]*\\.)?([A-Z]\\w*(?:Error|Exception|Exit|Iteration|Warning))\\b.*");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "^(?:(?:const|let|var|auto|final) +(?:mut +)?|(?:[A-Za-z_][\\w:.]*(?:<[^=]*>)?(?:\\[])* *[*&]* *)(?<=[ *&>\\]]))?"
              + "([A-Za-z_]\\w*(?:, *\\w+)*)(?:\\[[^\\]]*]|: ?[^=]+)? *(?:[-+*/]|:(?==))?=(?!=).*",
          Pattern.DOTALL);
  private static final Pattern IMPORT =
      Pattern.compile(
          "^(?:from [\\w.]+ )?import .*|^(?:const|let) .*require\\(.*|^use [\\w:{}, ]+;?$|^#include .*");
  private static final Pattern STANDARD_IMPORT =
      Pattern.compile(
          "^(?:from|import) (?:math|datetime|collections|decimal|fractions|itertools|re|json|os|string)\\b.*");
  private static final Pattern COMPARISON = Pattern.compile("==|->|→|=>|^assert\\b");
  private static final Pattern PRINT = Pattern.compile("^print\\(.*\\)$", Pattern.DOTALL);

  /// A sentence or a heading right below the value.
  private static final Pattern PROSE =
      Pattern.compile(".*\\n\\s*(?!True|False|None)\\p{Lu}\\p{Ll}+(?:[ :]|\\n|$)");

  private static final Pattern SAYS_PRINT = Pattern.compile("(?i)\\bprint");

  private final Literals literals;
  private final Calls calls;
  private final NativeErrors errors;
  private final boolean isNative;
  private final List<Example> found = new ArrayList<>();
  private final StringBuilder rest = new StringBuilder();
  private final List<String> setup = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private boolean stateful;

  private Doctests(LanguageId language) {
    this.errors = new NativeErrors(language);
    this.isNative = NativeCode.speaks(language);
    this.literals = new Literals(language);
    this.calls = new Calls(language);
  }

  /// Examples and the text without them.
  ///
  /// @param examples the examples, in the order of the text
  /// @param rest the other lines
  record Split(List<Example> examples, String rest) {}

  /// {@return the examples and the text without them}
  ///
  /// @param text the requirement
  /// @param language its language
  static Split split(String text, LanguageId language) {
    Doctests doctests = new Doctests(language);
    doctests.read(text);
    return new Split(doctests.found, doctests.rest.toString());
  }

  private void read(String text) {
    List<String> lines = text.lines().toList();
    boolean prints = SAYS_PRINT.matcher(text).find();
    int i = 0;
    while (i < lines.size()) {
      Matcher prompt = PROMPT.matcher(lines.get(i));
      if (!prompt.matches()) {
        rest.append(lines.get(i++)).append('\n');
        continue;
      }
      String comment = prompt.group(1) == null ? "" : prompt.group(1);
      StringBuilder statement = new StringBuilder(prompt.group(2));
      i++;
      while (i < lines.size() && MORE.matcher(lines.get(i)).matches()) {
        Matcher more = MORE.matcher(lines.get(i++));
        statement.append('\n').append(more.matches() ? more.group(1) : "");
      }
      List<String> output = new ArrayList<>();
      while (i < lines.size() && isOutput(lines.get(i), comment)) {
        output.add(withoutComment(lines.get(i++), comment));
      }
      String code = statement.toString().strip();
      step(isNative ? withoutEnd(code) : code, output, prints);
    }
  }

  private String withoutEnd(String code) {
    String bare = code.replaceFirst("\\s*;$", "");
    return calls.isClosed(bare) ? bare : bare.replaceFirst("\\s*;?\\s+(?://|#)\\s.*$", "");
  }

  /// A comment ends with its last line that has the mark.
  private static boolean isOutput(String line, String comment) {
    boolean marked = line.strip().startsWith(comment);
    return (marked || comment.startsWith("*"))
        && !withoutComment(line, comment).isBlank()
        && !PROMPT.matcher(line).matches()
        && !line.strip().startsWith("\"\"\"")
        && !line.strip().startsWith("'''")
        && !line.strip().startsWith("```")
        && !line.strip().startsWith("*/");
  }

  private static String withoutComment(String line, String comment) {
    boolean marked = !comment.isEmpty() && line.strip().startsWith(comment);
    return marked ? line.strip().substring(comment.length()) : line;
  }

  private void step(String statement, List<String> output, boolean prints) {
    Matcher assignment = ASSIGNMENT.matcher(statement);
    if (IMPORT.matcher(statement).matches()) {
      if (STANDARD_IMPORT.matcher(statement).matches()) {
        setup.add(statement);
        stateful = true;
      }
      return;
    }
    if (output.isEmpty()) {
      if (assignment.matches()) {
        Pattern.compile("\\w+")
            .matcher(assignment.group(1))
            .results()
            .forEach(r -> known.add(r.group()));
        stateful = true;
      } else if (!stateful && COMPARISON.matcher(statement).find()) {
        rest.append(statement).append('\n');
        return;
      }
      setup.add(statement);
      return;
    }
    String shown = String.join("\n", output).strip();
    if (calls.isClosed(statement, known)) {
      example(statement, shown, prints);
    }
    if (stateful) {
      setup.add(statement);
    }
  }

  private void example(String call, String shown, boolean prints) {
    String source = ">>> " + call + "\n" + shown;
    List<String> before = stateful ? List.copyOf(setup) : List.of();
    if (shown.startsWith("Traceback")) {
      shown
          .lines()
          .map(ERROR::matcher)
          .filter(Matcher::matches)
          .reduce((_, last) -> last)
          .ifPresent(e -> found.add(new Example(Kind.RAISES, before, call, e.group(1), source)));
      return;
    }
    if (PRINT.matcher(call).matches()) {
      found.add(new Example(Kind.PRINTS, before, call, shown, source));
    } else if (literals.end(shown, 0) == shown.length()) {
      found.add(new Example(Kind.RETURNS, before, call, shown, source));
    } else if (!prints && firstValue(shown) > 0 && (isNative || PROSE.matcher(shown).lookingAt())) {
      String value = shown.substring(0, firstValue(shown));
      found.add(new Example(Kind.RETURNS, before, call, value, ">>> " + call + "\n" + value));
    } else if (isNative && errors.read(" => " + shown, 0).isPresent()) {
      String name = errors.read(" => " + shown, 0).map(NativeErrors.Found::name).orElse("");
      found.add(new Example(Kind.RAISES, before, call, name, source));
    } else if (ERROR.matcher(shown).matches() && !shown.contains("\n")) {
      Matcher error = ERROR.matcher(shown);
      found.add(
          new Example(Kind.RAISES, before, call, error.matches() ? error.group(1) : "", source));
    } else if (prints) {
      found.add(new Example(Kind.PRINTS, before, call, shown, source));
    }
  }

  /// {@return the end of a value that fills the first line, or what comes before a comment on it}
  private int firstValue(String shown) {
    int end = literals.end(shown, 0);
    String rest = end == Literals.NONE ? "?" : shown.substring(end);
    return rest.matches("(?s)[ \\t]*(?:(?://|#|\\().*|\\n.*)") ? end : Literals.NONE;
  }
}
