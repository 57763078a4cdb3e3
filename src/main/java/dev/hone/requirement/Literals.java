package dev.hone.requirement;

import dev.hone.language.LanguageId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where a value, written out in the syntax of a language, ends. Names that would have to be
/// looked up are no values.
final class Literals {
  /// The answer where no value stands.
  static final int NONE = -1;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+"
              + "|(?:\\d[\\d_]*(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)[jn]?(?![\\w])");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$.]*");
  private static final Pattern OPERATOR =
      Pattern.compile("[ \\t]*(\\*\\*|//|[+*/%-])[ \\t]*(?=[\\d.('\"\\[-])");
  private static final Set<String> PYTHON_WORDS = Set.of("True", "False", "None", "math.pi");
  private static final Set<String> SCRIPT_WORDS =
      Set.of("true", "false", "null", "undefined", "NaN", "Infinity", "Math.PI");
  private static final Set<String> PYTHON_CALLS =
      Set.of(
          "set",
          "frozenset",
          "tuple",
          "list",
          "dict",
          "float",
          "bytes",
          "Decimal",
          "Fraction",
          "date",
          "datetime",
          "timedelta",
          "datetime.date",
          "datetime.datetime",
          "OrderedDict",
          "Counter",
          "deque",
          "complex");
  private static final Set<String> SCRIPT_CALLS = Set.of("Map", "Set", "Date", "BigInt");

  private final boolean python;
  private final LanguageId language;

  Literals(LanguageId language) {
    this.language = language;
    this.python = language == LanguageId.PYTHON;
  }

  /// {@return the index after the value that starts here, or {@link #NONE}}
  ///
  /// @param text the text
  /// @param start the index of the value's first character
  int end(String text, int start) {
    if (NativeCode.speaks(language)) {
      return NativeCode.end(text, start, language);
    }
    int end = written(text, start);
    return end == NONE && language == LanguageId.TYPESCRIPT
        ? NativeCode.end(text, start, language)
        : end;
  }

  private int written(String text, int start) {
    int at = operand(text, start);
    while (at != NONE) {
      Matcher operator = OPERATOR.matcher(text).region(at, text.length());
      if (!operator.lookingAt() || (operator.group(1).equals("//") && !python)) {
        return at;
      }
      int next = operand(text, operator.end());
      if (next == NONE) {
        return at;
      }
      at = next;
    }
    return NONE;
  }

  private int operand(String text, int start) {
    if (start >= text.length()) {
      return NONE;
    }
    char first = text.charAt(start);
    if (first == '-' || first == '+') {
      return operand(text, start + 1);
    }
    Matcher number = NUMBER.matcher(text).region(start, text.length());
    if (number.lookingAt()) {
      return number.end();
    }
    int string = stringEnd(text, start);
    if (string != NONE) {
      return adjacent(text, string);
    }
    return switch (first) {
      case '[' -> bracketed(text, start, ']');
      case '(' -> bracketed(text, start, ')');
      case '{' -> bracketed(text, start, '}');
      default -> word(text, start);
    };
  }

  /// Strings that stand side by side are one in Python.
  private int adjacent(String text, int end) {
    int at = end;
    int next = blank(text, at, false);
    while (python && next > at && next < text.length() && stringEnd(text, next) != NONE) {
      at = stringEnd(text, next);
      next = blank(text, at, false);
    }
    return at;
  }

  /// {@return the index after the string that starts here, or {@link #NONE}}
  int stringEnd(String text, int start) {
    int quote = start;
    while (python
        && quote < text.length()
        && quote < start + 2
        && "rRbBuU".indexOf(text.charAt(quote)) >= 0) {
      quote++;
    }
    if (quote >= text.length() || "'\"".indexOf(text.charAt(quote)) < 0) {
      return NONE;
    }
    String triple = text.substring(quote, quote + 1).repeat(3);
    if (python && text.startsWith(triple, quote)) {
      int end = text.indexOf(triple, quote + 3);
      return end < 0 ? NONE : end + 3;
    }
    for (int i = quote + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(quote)) {
        return i + 1;
      }
    }
    return NONE;
  }

  private int bracketed(String text, int start, char close) {
    int at = blank(text, start + 1, true);
    while (at < text.length() && text.charAt(at) != close) {
      at = item(text, at, close);
      if (at == NONE) {
        return NONE;
      }
      at = blank(text, at, true);
      if (at < text.length() && text.charAt(at) == ',') {
        at = blank(text, at + 1, true);
      } else if (at >= text.length() || text.charAt(at) != close) {
        return NONE;
      }
    }
    return at < text.length() ? at + 1 : NONE;
  }

  private int item(String text, int start, char close) {
    int at = end(text, start);
    if (close != '}') {
      return at;
    }
    if (at == NONE && !python) {
      Matcher key = WORD.matcher(text).region(start, text.length());
      at = key.lookingAt() ? key.end() : NONE;
      if (at == NONE
          || blank(text, at, false) >= text.length()
          || text.charAt(blank(text, at, false)) != ':') {
        return NONE;
      }
    }
    if (at == NONE) {
      return NONE;
    }
    int colon = blank(text, at, true);
    return colon < text.length() && text.charAt(colon) == ':'
        ? end(text, blank(text, colon + 1, true))
        : at;
  }

  private int word(String text, int start) {
    Matcher word = WORD.matcher(text).region(start, text.length());
    if (!word.lookingAt()) {
      return NONE;
    }
    String name = word.group();
    int at = word.end();
    // A full stop after a constant ends the sentence.
    String constant = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if ((python ? PYTHON_WORDS : SCRIPT_WORDS).contains(constant)) {
      return start + constant.length();
    }
    if (!python && name.equals("new")) {
      return word(text, blank(text, at, false));
    }
    boolean call = at < text.length() && text.charAt(at) == '(';
    if (!call || !(python ? PYTHON_CALLS : SCRIPT_CALLS).contains(name)) {
      return NONE;
    }
    return bracketed(text, at, ')');
  }

  /// {@return the index of the next character that is no blank}
  static int blank(String text, int start, boolean lines) {
    int at = start;
    while (at < text.length()
        && (text.charAt(at) == ' '
            || text.charAt(at) == '\t'
            || (lines && Character.isWhitespace(text.charAt(at))))) {
      at++;
    }
    return at;
  }
}
