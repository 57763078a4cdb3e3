package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples that are written as assertions of a test framework.
final class Assertions {
  private static final Pattern EQUAL =
      Pattern.compile(
          "\\bassert\\.(?:strictEqual|deepStrictEqual|equal|deepEqual)(?=\\()|\\bself\\.assertEqual(?=\\()");
  private static final Pattern EXPECT = Pattern.compile("\\bexpect(?=\\()");
  private static final Pattern TO_BE =
      Pattern.compile("\\s*\\.\\s*(?:toBe|toEqual|toStrictEqual)(?=\\()");
  private static final Pattern TO_THROW =
      Pattern.compile("\\s*\\.\\s*toThrow\\(\\s*([A-Z]\\w*)?\\s*\\)");
  private static final Pattern THROWS = Pattern.compile("\\bassert\\.throws(?=\\()");
  private static final Pattern ARROW =
      Pattern.compile(
          "\\(\\s*\\(\\s*\\)\\s*=>\\s*(.*?)\\s*(?:,\\s*(?:\\{\\s*name:\\s*[\"'])?([A-Z]\\w*).*)?\\)",
          Pattern.DOTALL);
  private static final Pattern CONDITION =
      Pattern.compile("(?m)^\\s*(?:>>> )?assert\\s+(?!\\.)(.+)$");
  private static final Pattern SIMPLE =
      Pattern.compile("[\\w.]+\\(.*\\)\\S*\\s*==.*", Pattern.DOTALL);

  private final Literals literals;
  private final Calls calls;
  private final boolean python;

  Assertions(LanguageId language) {
    this.literals = new Literals(language);
    this.calls = new Calls(language);
    this.python = language == LanguageId.PYTHON;
  }

  /// {@return the examples of a text}
  ///
  /// @param text a text without its doctests
  List<Example> read(String text) {
    List<Example> found = new ArrayList<>();
    EQUAL.matcher(text).results().forEach(m -> equal(text, m.end()).ifPresent(found::add));
    EXPECT.matcher(text).results().forEach(m -> expect(text, m.end()).ifPresent(found::add));
    THROWS.matcher(text).results().forEach(m -> raises(text, m.end()).ifPresent(found::add));
    if (python) {
      CONDITION.matcher(text).results().forEach(m -> condition(m.group(1)).ifPresent(found::add));
    }
    return found;
  }

  private Optional<Example> equal(String text, int open) {
    int close = calls.close(text, open);
    if (close == Literals.NONE) {
      return Optional.empty();
    }
    int comma = open + 1;
    while (comma < close - 1 && text.charAt(comma) != ',') {
      boolean bracket = "([{".indexOf(text.charAt(comma)) >= 0;
      int string = literals.stringEnd(text, comma);
      int next = bracket ? calls.close(text, comma) : string;
      comma = next == Literals.NONE ? comma + 1 : next;
    }
    int value = Literals.blank(text, comma + 1, true);
    int end = literals.end(text, value);
    String call = text.substring(open + 1, comma).strip();
    boolean whole =
        end != Literals.NONE && ",)".indexOf(text.charAt(Literals.blank(text, end, true))) >= 0;
    return whole && call.contains("(") && calls.isClosed(call)
        ? Optional.of(
            new Example(
                Kind.RETURNS,
                List.of(),
                call,
                text.substring(value, end),
                text.substring(open, close)))
        : Optional.empty();
  }

  private Optional<Example> expect(String text, int open) {
    int close = calls.close(text, open);
    if (close == Literals.NONE) {
      return Optional.empty();
    }
    String call = text.substring(open + 1, close - 1).strip();
    Matcher toBe = TO_BE.matcher(text).region(close, text.length());
    if (toBe.lookingAt()) {
      int value = Literals.blank(text, toBe.end() + 1, true);
      int end = literals.end(text, value);
      boolean whole = end != Literals.NONE && text.startsWith(")", Literals.blank(text, end, true));
      return whole && calls.isClosed(call) && call.contains("(")
          ? Optional.of(
              new Example(
                  Kind.RETURNS,
                  List.of(),
                  call,
                  text.substring(value, end),
                  text.substring(open, end)))
          : Optional.empty();
    }
    Matcher toThrow = TO_THROW.matcher(text).region(close, text.length());
    return toThrow.lookingAt()
        ? thrown(text.substring(open, close), toThrow.group(1) == null ? "Error" : toThrow.group(1))
        : Optional.empty();
  }

  private Optional<Example> raises(String text, int open) {
    int close = calls.close(text, open);
    return close == Literals.NONE ? Optional.empty() : thrown(text.substring(open, close), "");
  }

  private Optional<Example> thrown(String brackets, String error) {
    Matcher arrow = ARROW.matcher(brackets);
    if (!arrow.matches() || !calls.isClosed(arrow.group(1))) {
      return Optional.empty();
    }
    String named = arrow.group(2) == null ? error : arrow.group(2);
    return Optional.of(
        new Example(
            Kind.RAISES, List.of(), arrow.group(1), named.isEmpty() ? "Error" : named, brackets));
  }

  /// Conditions that are more than a call and its value.
  private Optional<Example> condition(String line) {
    String condition =
        line.strip().replaceAll(",\\s*f?[\"'][^\"']*[\"']$", "").replaceAll("[`;.]+$", "");
    boolean whole = calls.close("(" + condition + ")", 0) == condition.length() + 2;
    boolean code =
        condition.matches("(?s)(?:not )?[\\w.]+\\(.*")
            && !condition.matches("(?s).*\\b(?:should|holds?|that|is)\\b.*");
    return whole && code && !SIMPLE.matcher(condition).matches() && calls.isClosed(condition)
        ? Optional.of(new Example(Kind.ASSERTS, List.of(), condition, "", "assert " + condition))
        : Optional.empty();
  }
}
