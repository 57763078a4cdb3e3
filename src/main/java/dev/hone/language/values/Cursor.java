package dev.hone.language.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a text that is read from left to right.
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text, int start) {
    this.text = text;
    this.at = start;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  void moveTo(int index) {
    at = index;
  }

  /// Passes over what a pattern finds here.
  ///
  /// @return whether it was there
  boolean take(Pattern pattern) {
    Matcher matcher = matcher(pattern);
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  /// {@return a matcher for a pattern from here to the end, which sees what stands before}
  Matcher matcher(Pattern pattern) {
    return pattern
        .matcher(text)
        .region(at, text.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  boolean take(char c) {
    blanks();
    return takeHere(c);
  }

  /// Passes over a character that stands right here, with no blank before it.
  boolean takeHere(char c) {
    if (!isAt(c)) {
      return false;
    }
    at++;
    return true;
  }

  boolean peek(char c) {
    blanks();
    return isAt(c);
  }

  boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  boolean isAt(String words) {
    return text.startsWith(words, at);
  }

  void expect(char c) {
    if (!take(c)) {
      throw new Unreadable();
    }
  }

  /// {@return the character here, which is passed over}
  char next() {
    if (isAtEnd()) {
      throw new Unreadable();
    }
    return text.charAt(at++);
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /// The text is not a value that is understood.
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super(null, null, false, false);
    }
  }
}
