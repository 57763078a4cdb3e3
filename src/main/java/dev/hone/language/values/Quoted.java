package dev.hone.language.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts in quotes, with their escapes.
final class Quoted {
  private static final Pattern RAW = Pattern.compile("r(#*)\"|R\"\\(|[rR](?=['\"])");
  private static final Pattern PREFIX = Pattern.compile("(?:u8|[uUL])(?=[\"'])");
  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,3}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
  private static final Pattern BRACED = Pattern.compile("\\{([0-9a-fA-F]{1,6})}");
  private static final Pattern MORE = Pattern.compile("\\s*(?:\\+\\s*)?(?=\")");
  private static final Pattern MORE_ON_LINE = Pattern.compile("[ \\t]*(?:\\+[ \\t]*)?(?=\")");
  private static final Pattern SUFFIX = Pattern.compile("(?:sv|s)\\b");

  private Quoted() {}

  /// {@return whether a text in quotes starts here}
  static boolean starts(Cursor cursor) {
    return cursor.isAt('"')
        || cursor.isAt('\'')
        || cursor.isAt('`')
        || cursor.matcher(RAW).lookingAt()
        || cursor.matcher(PREFIX).lookingAt();
  }

  /// {@return the text or letter that starts here} Texts that stand side by side, or are added, are
  /// one.
  ///
  /// @param cursor the place
  /// @param lines whether the next part may stand on the next line
  static Value read(Cursor cursor, boolean lines) {
    Matcher raw = cursor.matcher(RAW);
    if (raw.lookingAt()) {
      return raw(cursor, raw);
    }
    cursor.take(PREFIX);
    if (cursor.isAt('\'')) {
      String content = one(cursor);
      return content.codePointCount(0, content.length()) == 1
          ? new Value.Letter(content)
          : new Value.Text(content);
    }
    StringBuilder content = new StringBuilder(one(cursor));
    cursor.take(SUFFIX);
    while (cursor.take(lines ? MORE : MORE_ON_LINE)) {
      content.append(one(cursor));
      cursor.take(SUFFIX);
    }
    return new Value.Text(content.toString());
  }

  private static Value raw(Cursor cursor, Matcher start) {
    if (start.group().endsWith("(") || start.group(1) != null) {
      String end = start.group(1) == null ? ")\"" : "\"" + start.group(1);
      int close = cursor.text().indexOf(end, start.end());
      if (close < 0) {
        throw new Cursor.Unreadable();
      }
      cursor.moveTo(close + end.length());
      return new Value.Text(cursor.text().substring(start.end(), close));
    }
    cursor.moveTo(start.end());
    char quote = cursor.next();
    int close = cursor.text().indexOf(quote, cursor.at());
    String content = close < 0 ? "\n" : cursor.text().substring(cursor.at(), close);
    if (content.contains("\n") || content.contains("\\" + quote)) {
      throw new Cursor.Unreadable();
    }
    cursor.moveTo(close + 1);
    return new Value.Text(content);
  }

  /// {@return what stands between the quotes here}
  private static String one(Cursor cursor) {
    if (cursor.isAt("\"\"\"") || cursor.isAt("'''")) {
      return triple(cursor);
    }
    char quote = cursor.next();
    StringBuilder content = new StringBuilder();
    while (!cursor.isAt(quote)) {
      char c = cursor.next();
      boolean placeholder = quote == '`' && c == '$' && cursor.isAt('{');
      if (placeholder || (c == '\n' && quote != '`')) {
        throw new Cursor.Unreadable();
      }
      content.append(c == '\\' && quote != '`' ? escaped(cursor) : String.valueOf(c));
    }
    cursor.next();
    return content.toString();
  }

  /// Languages differ in what they do with line ends and indents, so one line only.
  private static String triple(Cursor cursor) {
    String quotes = cursor.text().substring(cursor.at(), cursor.at() + 3);
    int start = cursor.at() + 3;
    int close = cursor.text().indexOf(quotes, start);
    String content = close < 0 ? "\n" : cursor.text().substring(start, close);
    if (content.contains("\n") || content.contains("\\")) {
      throw new Cursor.Unreadable();
    }
    cursor.moveTo(close + 3);
    return content;
  }

  private static String escaped(Cursor cursor) {
    if (cursor.matcher(OCTAL).lookingAt()) {
      Matcher octal = cursor.matcher(OCTAL);
      cursor.take(OCTAL);
      return octal.lookingAt() ? Character.toString(Integer.parseInt(octal.group(), 8)) : "";
    }
    char kind = cursor.next();
    return switch (kind) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000b";
      case '\n' -> "";
      case 'x' -> character(cursor, 2);
      case 'u' -> cursor.isAt('{') ? braced(cursor) : character(cursor, 4);
      case 'U' -> character(cursor, 8);
      default -> String.valueOf(kind);
    };
  }

  private static String character(Cursor cursor, int digits) {
    int end = cursor.at() + digits;
    if (end > cursor.text().length()
        || !HEX.matcher(cursor.text().substring(cursor.at(), end)).matches()) {
      throw new Cursor.Unreadable();
    }
    String content = valid(Long.parseLong(cursor.text().substring(cursor.at(), end), 16));
    cursor.moveTo(end);
    return content;
  }

  private static String braced(Cursor cursor) {
    Matcher braced = cursor.matcher(BRACED);
    if (!braced.lookingAt()) {
      throw new Cursor.Unreadable();
    }
    cursor.moveTo(braced.end());
    return valid(Long.parseLong(braced.group(1), 16));
  }

  private static String valid(long code) {
    if (code > Character.MAX_CODE_POINT) {
      throw new Cursor.Unreadable();
    }
    return Character.toString((int) code);
  }
}
