package dev.hone.scan;

/// How a finding shows code.
final class Shown {
  private static final int LONGEST_CALL = 100;

  private Shown() {}

  /// {@return code on one line, cut where it is long}
  static String call(String code) {
    String text = code.strip().replaceAll("\\s+", " ");
    return text.length() <= LONGEST_CALL ? text : text.substring(0, LONGEST_CALL - 1) + "…";
  }
}
