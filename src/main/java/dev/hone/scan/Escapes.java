package dev.hone.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The escapes that can hide a name in a text, by code point in two, four or bracketed digits.
final class Escapes {
  private static final Pattern CODE =
      Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|[u]([0-9a-fA-F]{4})|[u]\\{([0-9a-fA-F]{1,6})})");

  private Escapes() {}

  static String read(String text) {
    return text.indexOf('\\') < 0
        ? text
        : CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement(character(code)));
  }

  private static String character(java.util.regex.MatchResult code) {
    for (int i = 1; i <= 3; i++) {
      if (code.group(i) != null) {
        int point = Integer.parseInt(code.group(i), 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
      }
    }
    return "";
  }
}
