package dev.hone.language.node;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// String literals of JavaScript.
final class NodeString {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?s)\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,6})}|(0(?!\\d)|[^0-9xu]))");

  private NodeString() {}

  /// {@return the characters of a literal, or empty where something is put into it or it is not
  /// certain how JavaScript reads it}
  ///
  /// @param literal its text, quotes included
  static Optional<String> content(String literal) {
    if (literal.length() < 2 || literal.contains("\r")) {
      return Optional.empty();
    }
    String inner = literal.substring(1, literal.length() - 1);
    return literal.startsWith("`") && inner.contains("${") ? Optional.empty() : unescaped(inner);
  }

  private static Optional<String> unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    for (int slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', at)) {
      if (!escape.find(slash) || escape.start() != slash) {
        return Optional.empty();
      }
      plain.append(text, at, slash).append(one(escape));
      at = escape.end();
    }
    return Optional.of(plain.append(text.substring(at)).toString());
  }

  private static String one(Matcher escape) {
    for (int group = 1; group <= 3; group++) {
      if (escape.group(group) != null) {
        int code = Integer.parseInt(escape.group(group), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
      }
    }
    return switch (escape.group(4)) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      case "b" -> "\b";
      case "f" -> "\f";
      case "v" -> "\u000b";
      case "0" -> "\0";
      case "\n" -> "";
      case String other -> other;
    };
  }
}
