package dev.hone.model.remote;

/// A reply, and what a model thought before it, which some servers leave in the text between
/// `<think>` and `</think>`.
///
/// @param thinking what was thought, or empty
/// @param text the rest
record Thoughts(String thinking, String text) {
  private static final String START = "<think>";
  private static final String END = "</think>";

  static Thoughts split(String text) {
    String begun = text.stripLeading();
    if (!begun.startsWith(START)) {
      return new Thoughts("", text);
    }
    int end = begun.indexOf(END);
    return end < 0
        ? new Thoughts(begun.substring(START.length()), "")
        : new Thoughts(
            begun.substring(START.length(), end),
            begun.substring(end + END.length()).stripLeading());
  }
}
