package dev.hone.language.rust;

import java.util.stream.Collectors;

/// Cuts what failures say to what a small model can use.
final class Messages {
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 1000;

  private Messages() {}

  static String shortened(String message) {
    String lines = message.lines().limit(MOST_LINES).collect(Collectors.joining("\n")).strip();
    return lines.length() > MOST_CHARACTERS ? lines.substring(0, MOST_CHARACTERS) + "…" : lines;
  }
}
