package dev.hone.language.python;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A string literal of Python.
///
/// @param literal its text, quotes and prefix included
record PythonString(String literal) {
  private static final Pattern FORM = Pattern.compile("(?s)([a-zA-Z]*)(\"\"\"|'''|\"|')(.*)\\2");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?s)\\\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))");

  /// What a literal holds.
  ///
  /// @param bytes whether it holds bytes
  /// @param text the characters, or one for each byte
  record Content(boolean bytes, String text) {}

  /// {@return what it holds, or empty where something is put into it, or where it is not certain
  /// how Python reads it}
  Optional<Content> content() {
    Matcher form = FORM.matcher(literal);
    if (!form.matches()) {
      return Optional.empty();
    }
    String prefix = form.group(1).toLowerCase(Locale.ROOT);
    boolean bytes = prefix.contains("b");
    if (!prefix.matches("[rub]*") || literal.contains("\r")) {
      return Optional.empty();
    }
    Optional<String> text =
        prefix.contains("r") ? Optional.of(form.group(3)) : unescaped(form.group(3), bytes);
    return text.filter(some -> !bytes || some.chars().allMatch(c -> c < 256))
        .map(some -> new Content(bytes, some));
  }

  private static Optional<String> unescaped(String text, boolean bytes) {
    StringBuilder plain = new StringBuilder();
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    while (escape.find(at)) {
      Optional<String> one = one(escape, bytes);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      plain.append(text, at, escape.start()).append(one.get());
      at = escape.end();
    }
    return Optional.of(plain.append(text.substring(at)).toString());
  }

  private static Optional<String> one(Matcher escape, boolean bytes) {
    if (escape.group(1) != null) {
      return character(escape.group(1), 8);
    }
    if (escape.group(2) != null) {
      return character(escape.group(2), 16);
    }
    if (escape.group(3) != null || escape.group(4) != null) {
      String digits = escape.group(3) != null ? escape.group(3) : escape.group(4);
      return bytes ? Optional.empty() : character(digits, 16);
    }
    return switch (escape.group(5)) {
      case "n" -> Optional.of("\n");
      case "t" -> Optional.of("\t");
      case "r" -> Optional.of("\r");
      case "a" -> Optional.of("\u0007");
      case "b" -> Optional.of("\b");
      case "f" -> Optional.of("\f");
      case "v" -> Optional.of("\u000b");
      case "\\", "'", "\"" -> Optional.of(escape.group(5));
      case "\n" -> Optional.of("");
      // `\N{...}`, and what Python will stop reading as two characters.
      default -> Optional.empty();
    };
  }

  private static Optional<String> character(String digits, int radix) {
    long code = Long.parseLong(digits, radix);
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return code > Character.MAX_CODE_POINT || surrogate
        ? Optional.empty()
        : Optional.of(Character.toString((int) code));
  }
}
