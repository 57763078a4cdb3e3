package dev.hone.bench;

/// Braces of C and C++, with those in quotes and comments left out.
final class Braces {
  private Braces() {}

  /// {@return the index of the brace that closes the one at a place, or -1 where none does}
  ///
  /// @param text the text
  /// @param open the index of the opening brace
  static int end(String text, int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = quoted(text, at, c);
      } else if (text.startsWith("//", at)) {
        at = before(text.indexOf('\n', at), text);
      } else if (text.startsWith("/*", at)) {
        at = before(text.indexOf("*/", at + 2), text);
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private static int quoted(String text, int start, char quote) {
    for (int at = start + 1; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == quote) {
        return at;
      }
    }
    return text.length();
  }

  private static int before(int index, String text) {
    return index < 0 ? text.length() : index;
  }
}
