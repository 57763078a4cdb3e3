package dev.hone.language.gcc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tests that macros of test frameworks declare, read without a syntax tree, since such macros are
/// no part of a grammar. The runner reads the same names from the same text.
final class MacroTests {
  private static final Pattern TITLED =
      Pattern.compile(
          "\\b(TEST_CASE(?:_METHOD|_PERSISTENT_FIXTURE|_FIXTURE|_TEMPLATE(?:_DEFINE)?)?"
              + "|SCENARIO(?:_METHOD|_TEMPLATE)?"
              + "|TEMPLATE_(?:PRODUCT_|LIST_)?TEST_CASE(?:_METHOD)?(?:_SIG)?)\\s*\\(");
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:RUN_TEST|START_TEST|cmocka_unit_test\\w*)\\s*\\(\\s*(\\w+)");
  // Texts and comments first, so that neither hides in the other.
  private static final Pattern PASSED_OVER =
      Pattern.compile(
          "//[^\\n]*+|/\\*.*?\\*/|R\"([^(\\s]*)\\(.*?\\)\\1\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
              + "|(?<!\\w)'(?:[^'\\\\\\n]++|\\\\.)*+'|^[ \\t]*+#(?:[^\\n\\\\]++|\\\\.)*+",
          Pattern.DOTALL | Pattern.MULTILINE);

  private MacroTests() {}

  /// A test and where it stands.
  ///
  /// @param name as it is reported
  /// @param start where it begins in the text
  /// @param end behind its body, or behind the macro where none follows
  record Found(String name, int start, int end) {}

  /// Returns the tests of Catch2 and doctest in the order of the text: by title, `Scenario: `
  /// before that of a scenario, `Anonymous test case 1` for the first that has none.
  static List<Found> titled(String text) {
    String bare = bare(text);
    List<Found> found = new ArrayList<>();
    int anonymous = 0;
    for (Matcher macro = TITLED.matcher(bare); macro.find(); ) {
      int open = macro.end() - 1;
      int quote = bare.indexOf('"', open);
      int body = bare.indexOf('{', open);
      int end = bodyEnd(bare, closing(bare, open, '(', ')'));
      if (bare.substring(open + 1).stripLeading().startsWith(")")) {
        found.add(new Found("Anonymous test case " + ++anonymous, macro.start(), end));
      } else if (quote > 0 && (body < 0 || quote < body) && bare.indexOf('"', quote + 1) > 0) {
        String title = text.substring(quote + 1, bare.indexOf('"', quote + 1));
        boolean scenario = macro.group(1).startsWith("SCENARIO");
        found.add(new Found(scenario ? "Scenario: " + title : title, macro.start(), end));
      }
    }
    return found;
  }

  /// Returns the functions that the file's own main program hands to Unity or cmocka, and the tests
  /// of Check.
  static List<String> named(String text) {
    return NAMED.matcher(bare(text)).results().map(result -> result.group(1)).distinct().toList();
  }

  /// Returns the text without what hands a test to its framework.
  static String withoutUse(String text, String name) {
    return text.replaceAll("\\bRUN_TEST\\s*\\(\\s*%s\\b[^;]*;".formatted(name), "")
        .replaceAll("\\bcmocka_unit_test\\w*\\s*\\(\\s*%s\\b[^)]*\\)\\s*,?".formatted(name), "")
        .replaceAll("\\btcase_add\\w*\\s*\\([^;,]*,\\s*%s\\b[^;]*;".formatted(name), "");
  }

  /// Returns a text of the same length without comments, directives and what stands in quotes.
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text);
    for (Matcher part = PASSED_OVER.matcher(text); part.find(); ) {
      boolean quoted = text.charAt(part.start()) == '"';
      int from = part.start() + (quoted ? 1 : 0);
      int to = part.end() - (quoted ? 1 : 0);
      for (int i = from; i < to; i++) {
        if (text.charAt(i) != '\n') {
          bare.setCharAt(i, ' ');
        }
      }
    }
    return bare.toString();
  }

  private static int bodyEnd(String bare, int macroEnd) {
    int at = macroEnd;
    while (at < bare.length() && Character.isWhitespace(bare.charAt(at))) {
      at++;
    }
    return at < bare.length() && bare.charAt(at) == '{' ? closing(bare, at, '{', '}') : macroEnd;
  }

  /// Returns the place behind what closes a bracket, or the end of the text.
  private static int closing(String bare, int open, char opening, char closing) {
    int depth = 0;
    for (int i = open; i < bare.length(); i++) {
      if (bare.charAt(i) == opening) {
        depth++;
      } else if (bare.charAt(i) == closing && --depth == 0) {
        return i + 1;
      }
    }
    return bare.length();
  }
}
