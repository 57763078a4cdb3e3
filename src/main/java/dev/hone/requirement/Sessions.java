package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples in lines of code that make an object, call it, and say in comments or assertions what a
/// call gives.
final class Sessions {
  private static final int MOST_LINES = 40;
  private static final int LONGEST_LINE = 300;
  private static final Pattern COMMENT = Pattern.compile("//|#(?!\\w)|/\\*");
  private static final Pattern MAKES =
      Pattern.compile(
          "(?:(?:let|const|var|auto|final)\\s+(?:mut\\s+)?)?(?:[A-Za-z_][\\w:.]*(?:<[^=;]*>)?\\s*[*&]?\\s+\\*?)?([a-z_]\\w*)\\s*(?::\\s*[^=]+)?\\s*:?=\\s*"
              + "(?:new\\s+|&|await\\s+)?((?:\\w+(?:\\.|::))*)(\\w+)(?:::<[^;]*>|<[^;()]*>)?[({].*[)}];?");
  private static final Pattern DECLARES =
      Pattern.compile("([A-Z]\\w*)(?:<[^;]*>)?\\s+([a-z_]\\w*)(?:[({][^;]*[)}])?;");
  private static final Pattern ASSERTED =
      Pattern.compile(
          "(?:assert_eq!|(?:Assertions\\.|assert\\.)?assertEquals|EXPECT_EQ|ASSERT_EQ|assert\\.(?:strictEqual|deepStrictEqual|equal))\\((.*)\\);?");
  private static final Pattern ASSERT =
      Pattern.compile("(?:assert!|assert|REQUIRE|CHECK)(?:\\(| )(.*\\))\\s*={2,3}\\s*(.+?)\\)?;?");
  private static final Pattern SAYS =
      Pattern.compile("(?:(?:[=-]+>|→|➞|==|=|returns?:?|is|gives)\\s*)?`?(.*?)`?\\.?");
  private static final Pattern THROWS =
      Pattern.compile(
          "(?:[=-]+>\\s*)?(?:throws?|raises?)\\s+(?:an?\\s+)?((?:std::)?[\\w:]*(?:Error|Exception)|std::\\w+)\\b.*");

  private final LanguageId language;
  private final Literals literals;
  private final Calls calls;
  private final NativeErrors errors;
  private final List<Example> found = new ArrayList<>();
  private final List<String> setup = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private Sessions(LanguageId language) {
    this.language = language;
    this.literals = new Literals(language);
    this.calls = new Calls(language);
    this.errors = new NativeErrors(language);
  }

  /// {@return the examples of a text, in its order}
  ///
  /// @param text a text without its doctests
  /// @param language its language
  static List<Example> read(String text, LanguageId language) {
    Sessions sessions = new Sessions(language);
    text.lines().forEach(sessions::line);
    return sessions.found;
  }

  private void line(String line) {
    if (line.length() > LONGEST_LINE) {
      end();
      return;
    }
    int split = commentStart(line);
    String code = line.substring(0, split).strip();
    String comment =
        COMMENT.matcher(line.substring(split)).replaceFirst("").replace("*/", "").strip();
    Matcher makes = MAKES.matcher(code);
    Matcher declares = DECLARES.matcher(code);
    if (line.strip().startsWith("```")) {
      end();
    } else if (makes.matches() && isConstructor(makes) && isClosed(right(code))) {
      begin(makes.group(1), code);
    } else if (language == LanguageId.CPP && declares.matches()) {
      begin(declares.group(2), code);
    } else if (!known.isEmpty() && !code.isEmpty() && !step(code, comment)) {
      end();
    }
  }

  private int commentStart(String line) {
    int at = 0;
    while (at < line.length()) {
      if (COMMENT.matcher(line).region(at, line.length()).lookingAt()) {
        return at;
      }
      int string =
          "\"'".indexOf(line.charAt(at)) >= 0 ? literals.stringEnd(line, at) : Literals.NONE;
      at = string == Literals.NONE ? at + 1 : string;
    }
    return at;
  }

  private void end() {
    setup.clear();
    known.clear();
  }

  private void begin(String name, String code) {
    known.add(name);
    setup.add(code);
  }

  /// Names of types begin in upper case; Go makes objects by functions that begin with `New`.
  private static boolean isConstructor(Matcher makes) {
    String path = makes.group(2);
    return makes.group(3).matches("(?:New|[A-Z]).*")
        || path.matches("(?:.*(?:\\.|::))?[A-Z]\\w*(?:\\.|::)")
        || makes.group(3).matches("(?:\\w+_)?(?:new|create|make|init)(?:_\\w+)?");
  }

  private static String right(String code) {
    return code.replaceFirst("^[^=]*=\\s*", "").replaceFirst(";$", "");
  }

  private boolean isClosed(String code) {
    return calls.isClosed(code, known)
        || literals.end(code, 0) == code.length()
        || code.endsWith("}");
  }

  /// {@return whether the line is one of the session}
  private boolean step(String code, String comment) {
    Optional<Example> asserted = asserted(code);
    if (asserted.isPresent()) {
      found.add(asserted.get());
      return setup.size() < MOST_LINES;
    }
    String call = code.replaceFirst(";$", "");
    boolean concerns =
        known.stream().anyMatch(name -> call.matches("(?s)(?:.*[^\\w.])?" + name + "\\b.*"));
    if (!concerns || !call.endsWith(")") || !calls.isClosed(call, known)) {
      return false;
    }
    commented(call, comment).ifPresent(found::add);
    setup.add(code);
    return setup.size() < MOST_LINES;
  }

  private Optional<Example> commented(String call, String comment) {
    Matcher thrown = THROWS.matcher(comment);
    String source = call + " // " + comment;
    if (thrown.matches()) {
      return Optional.of(new Example(Kind.RAISES, setup, call, thrown.group(1), source));
    }
    Optional<NativeErrors.Found> error =
        NativeCode.speaks(language) ? errors.read(" => " + comment, 0) : Optional.empty();
    if (error.isPresent() && !comment.isEmpty()) {
      return Optional.of(new Example(Kind.RAISES, setup, call, error.get().name(), source));
    }
    Matcher says = SAYS.matcher(comment);
    return says.matches() ? returns(call, says.group(1), source) : Optional.empty();
  }

  private Optional<Example> asserted(String code) {
    Matcher equal = ASSERTED.matcher(code);
    if (equal.matches()) {
      String two = equal.group(1);
      int first = literals.end(two, 0);
      int comma = first == Literals.NONE ? callEnd(two) : first;
      if (comma != Literals.NONE && two.startsWith(",", comma)) {
        String one = two.substring(0, comma);
        String other = two.substring(comma + 1).strip();
        return first == Literals.NONE ? returns(one, other, code) : returns(other, one, code);
      }
      return Optional.empty();
    }
    Matcher plain = ASSERT.matcher(code);
    return plain.matches() ? returns(plain.group(1), plain.group(2), code) : Optional.empty();
  }

  private int callEnd(String code) {
    int open = code.indexOf('(');
    int close = open < 0 ? Literals.NONE : calls.close(code, open);
    return close == Literals.NONE ? close : calls.withPostfix(code, close);
  }

  private Optional<Example> returns(String call, String value, String source) {
    boolean whole =
        !value.isEmpty()
            && literals.end(value, 0) == value.length()
            && call.contains("(")
            && calls.isClosed(call, known);
    return whole
        ? Optional.of(new Example(Kind.RETURNS, setup, call, value, source))
        : Optional.empty();
  }
}
