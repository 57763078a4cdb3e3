package dev.hone.requirement;

import dev.hone.language.LanguageId;
import dev.hone.language.values.Call;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values and calls of the languages with types, in their own spelling and in that of Python and
/// JSON, which people use for examples of any language.
final class NativeCode {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:await )?[&*!]?(?:new )?([A-Za-z_]\\w*(?:(?:\\.|::)[A-Za-z_]\\w*)*)(?:::)?(?:<[\\w\\s:&<>,*\\[\\]]*>)?(?=\\()");
  private static final Pattern MEMBER =
      Pattern.compile("(?:\\.|::)([A-Za-z_]\\w*)(?:::<[\\w\\s:&<>,]*>)?");
  private static final Pattern GO_CALL = Pattern.compile("&?[A-Za-z_][\\w.]*\\(");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.:$])[A-Za-z_]\\w*");
  private static final Set<String> WORDS =
      Set.of(
          "true",
          "false",
          "True",
          "False",
          "nil",
          "null",
          "None",
          "NULL",
          "nullptr",
          "new",
          "std",
          "vec",
          "int",
          "string",
          "byte",
          "rune",
          "map",
          "float64",
          "mut",
          "undefined",
          "await");

  private NativeCode() {}

  /// {@return whether examples of a language are read by this class}
  static boolean speaks(LanguageId language) {
    return switch (language) {
      case PYTHON, JAVASCRIPT, TYPESCRIPT -> false;
      case JAVA, GO, RUST, C, CPP -> true;
    };
  }

  /// {@return the index after the value that starts here, or {@link Literals#NONE}} The call of a
  /// function is no value.
  ///
  /// @param text the text
  /// @param start the index of the value's first character
  /// @param language the language; in Go a name in upper case is a function as well
  static int end(String text, int start, LanguageId language) {
    int end = start < text.length() ? ValueReader.end(text, start) : ValueReader.NONE;
    boolean called =
        language == LanguageId.GO && GO_CALL.matcher(text).region(start, text.length()).lookingAt();
    return end != ValueReader.NONE
            && !called
            && ValueReader.value(text.substring(start, end)).filter(NativeCode::isPlain).isPresent()
        ? end
        : Literals.NONE;
  }

  private static boolean isPlain(Value value) {
    return switch (value) {
      case Value.Sequence(_, var items) -> items.stream().allMatch(NativeCode::isPlain);
      case Value.Mapping(var entries) ->
          entries.stream().allMatch(e -> isPlain(e.key()) && isPlain(e.value()));
      case Value.Wrapped(var name, var arguments) ->
          name.matches(
                  "(?:.*(?:\\.|::|\\]))?(?:[A-Z]\\w*|of|byte|rune|optional|valueOf|from|new|ofNullable)")
              && arguments.stream().allMatch(NativeCode::isPlain);
      case Value _ -> true;
    };
  }

  /// {@return whether an expression is a call with values for arguments, and perhaps calls of
  /// members of its result}
  ///
  /// @param expression the expression
  /// @param known names that earlier lines set
  static boolean isClosed(String expression, Set<String> known) {
    String code = expression.strip().replaceFirst(";$", "");
    if (code.contains("...") || code.contains("…")) {
      return false;
    }
    return isCall(code) || (!known.isEmpty() && namesAreKnown(code, known));
  }

  private static boolean isCall(String code) {
    Matcher head = HEAD.matcher(code);
    if (!head.lookingAt()) {
      return false;
    }
    int at = arguments(code, head.group(1), head.end());
    while (at != Literals.NONE && at < code.length()) {
      at = postfix(code, at);
    }
    return at != Literals.NONE;
  }

  private static int postfix(String code, int at) {
    if (code.charAt(at) == '?') {
      return at + 1;
    }
    if (code.charAt(at) == '[') {
      int end = ValueReader.end(code, at + 1);
      return end != ValueReader.NONE && code.startsWith("]", end) ? end + 1 : Literals.NONE;
    }
    Matcher member = MEMBER.matcher(code).region(at, code.length());
    if (!member.lookingAt()) {
      return Literals.NONE;
    }
    return code.startsWith("(", member.end())
        ? arguments(code, member.group(1), member.end())
        : member.end();
  }

  private static int arguments(String code, String name, int open) {
    int close = new Calls(LanguageId.JAVA).close(code, open);
    Optional<Call> call =
        close == Literals.NONE
            ? Optional.empty()
            : ValueReader.call(name + code.substring(open, close));
    return call.isPresent() ? close : Literals.NONE;
  }

  private static boolean namesAreKnown(String code, Set<String> known) {
    String bare =
        code.replaceAll(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'", "0");
    return NAME.matcher(bare)
        .results()
        .allMatch(
            name ->
                known.contains(name.group())
                    || WORDS.contains(name.group())
                    || bare.startsWith("(", name.end())
                    || bare.startsWith("!", name.end())
                    || bare.startsWith("::", name.end()));
  }
}
