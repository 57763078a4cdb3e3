package dev.hone.model;

/// A reply, and what a model thought before it, which models leave in the text between `<think>`
/// and `</think>`.
///
/// @param thinking what was thought, or empty
/// @param text the rest
public record Thoughts(String thinking, String text) {
  /// What a model writes before it thinks.
  public static final String START = "<think>";

  /// What it writes after that.
  public static final String END = "</think>";

  /// {@return the two parts of a reply} One that ends before its thoughts do has no other part.
  ///
  /// @param text the whole reply
  public static Thoughts split(String text) {
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
