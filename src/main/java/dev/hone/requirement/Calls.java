package dev.hone.requirement;

import dev.hone.language.LanguageId;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where a call ends, and whether its arguments are values that a test could write.
final class Calls {
  private static final int DEEPEST = 50;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern BOUND =
      Pattern.compile(
          "lambda ([\\w, ]*):|\\(([\\w, ]*)\\)\\s*=>|(\\w+)\\s*=>|\\bfor ([\\w, ]+) in\\b");
  private static final Pattern POSTFIX =
      Pattern.compile(
          "(?:\\.|::)[A-Za-z_$][\\w$]*(?:::<[\\w\\s:&<>,]*>)?|\\?(?=\\.|\\s|[),;])|(?=[(\\[])");
  private static final Set<String> PYTHON_WORDS =
      Set.of(
          "True",
          "False",
          "None",
          "int",
          "str",
          "float",
          "bool",
          "list",
          "dict",
          "set",
          "tuple",
          "len",
          "max",
          "min",
          "sum",
          "abs",
          "sorted",
          "lambda",
          "for",
          "in",
          "if",
          "else",
          "not",
          "and",
          "or",
          "math",
          "operator");
  private static final Set<String> SCRIPT_WORDS =
      Set.of(
          "true",
          "false",
          "null",
          "undefined",
          "NaN",
          "Infinity",
          "Math",
          "Number",
          "String",
          "Boolean",
          "Array",
          "Object",
          "JSON",
          "Symbol",
          "Date",
          "Map",
          "Set",
          "new",
          "async",
          "await",
          "typeof",
          "return",
          "Promise",
          "function");

  private final boolean python;
  private final boolean isNative;
  private final Literals literals;

  Calls(LanguageId language) {
    this.isNative = NativeCode.speaks(language);
    this.python = language == LanguageId.PYTHON;
    this.literals = new Literals(language);
  }

  /// {@return the index after the bracket that closes the one here, or {@link Literals#NONE}}
  ///
  /// @param text the text
  /// @param open the index of an opening bracket
  int close(String text, int open) {
    StringBuilder expected = new StringBuilder();
    int limit = Math.min(text.length(), open + 4000);
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      int string = c == '"' || c == '\'' ? literals.stringEnd(text, i) : Literals.NONE;
      if (string != Literals.NONE) {
        i = string - 1;
      } else if ("([{".indexOf(c) >= 0) {
        expected.append(")]}".charAt("([{".indexOf(c)));
        if (expected.length() > DEEPEST) {
          return Literals.NONE;
        }
      } else if (")]}".indexOf(c) >= 0) {
        int last = expected.length() - 1;
        if (last < 0 || expected.charAt(last) != c) {
          return Literals.NONE;
        }
        expected.setLength(last);
        if (last == 0) {
          return i + 1;
        }
      }
    }
    return Literals.NONE;
  }

  /// {@return the index after the string that starts here, or {@link Literals#NONE}}
  ///
  /// @param text the text
  /// @param start an index
  int stringEnd(String text, int start) {
    return literals.stringEnd(text, start);
  }

  /// {@return the index after everything that hangs on a call: further calls, members, indexes}
  ///
  /// @param text the text
  /// @param end the index after the call's closing bracket
  int withPostfix(String text, int end) {
    int at = end;
    while (at < text.length()) {
      Matcher postfix = POSTFIX.matcher(text).region(at, text.length());
      if (!postfix.lookingAt()) {
        return at;
      }
      int next = postfix.end();
      if (next == at) {
        next = close(text, at);
      }
      if (next == Literals.NONE) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /// {@return whether every name in an expression is called, bound, a key or known to the language}
  ///
  /// @param expression a call or a condition
  boolean isClosed(String expression) {
    return isClosed(expression, Set.of());
  }

  /// {@return the same, with some names known}
  ///
  /// @param expression a call or a condition
  /// @param known names that earlier lines set
  boolean isClosed(String expression, Set<String> known) {
    if (isNative) {
      return NativeCode.isClosed(expression, known);
    }
    if (expression.contains("...") || expression.contains("…")) {
      return false;
    }
    Set<String> bound = bound(expression);
    bound.addAll(known);
    String bare = withoutStrings(expression);
    Matcher name = NAME.matcher(bare);
    while (name.find()) {
      char before = name.start() == 0 ? ' ' : bare.charAt(name.start() - 1);
      if (!Character.isLetterOrDigit(before)
          && before != '.'
          && !isKnown(name.group(), bound)
          && !isPlaced(bare, name.end())) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(String name, Set<String> bound) {
    return bound.contains(name) || (python ? PYTHON_WORDS : SCRIPT_WORDS).contains(name);
  }

  private boolean isPlaced(String bare, int end) {
    int at = Literals.blank(bare, end, true);
    if (at >= bare.length()) {
      return false;
    }
    char next = bare.charAt(at);
    boolean named = python && next == '=' && !bare.startsWith("==", at);
    return next == '(' || named || (!python && next == ':');
  }

  private static Set<String> bound(String expression) {
    Set<String> names = new HashSet<>();
    Matcher bound = BOUND.matcher(expression);
    while (bound.find()) {
      for (int i = 1; i <= bound.groupCount(); i++) {
        String group = bound.group(i);
        if (group != null) {
          NAME.matcher(group).results().forEach(result -> names.add(result.group()));
        }
      }
    }
    return names;
  }

  /// {@return the expression with every string emptied}
  ///
  /// @param expression an expression
  String withoutStrings(String expression) {
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < expression.length(); i++) {
      int end = literals.stringEnd(expression, i);
      boolean inWord = i > 0 && Character.isLetterOrDigit(expression.charAt(i - 1));
      if (end != Literals.NONE && !inWord) {
        bare.append("\"\"");
        i = end - 1;
      } else {
        bare.append(expression.charAt(i));
      }
    }
    return bare.toString();
  }
}
