package dev.hone.suite;

import java.util.regex.Pattern;

/// What a call looks like without its particular words and numbers: `f("ab", 12)` and `f("c", 3)`
/// have one shape. Lists of two, three and more alike elements look the same; an empty one and one
/// of a single element do not.
final class CallShape {
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern REPEATED = Pattern.compile("([^,\\[({]{1,40}, ?)\\1+");

  private CallShape() {}

  /// {@return the shape of a call}
  ///
  /// @param call the call as written
  static String of(String call) {
    String plain = DIGITS.matcher(LETTERS.matcher(call).replaceAll("a")).replaceAll("0");
    return REPEATED.matcher(plain).replaceAll("$1");
  }
}
