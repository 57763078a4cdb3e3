package dev.hone.requirement;

import dev.hone.language.LanguageId;

/// The language of a requirement and how it was found.
///
/// @param language the language
/// @param by how it was found
/// @param why the words or the file that decided, or the model's answer; empty for the default
public record LanguageChoice(LanguageId language, By by, String why) {
  /// How a language was found.
  public enum By {
    /// `--language`.
    OPTION,
    /// The endings of the files that are to be changed.
    FILE,
    /// Words of the text.
    RULE,
    /// The model's answer.
    MODEL,
    /// Nothing said otherwise: python.
    DEFAULT
  }
}
