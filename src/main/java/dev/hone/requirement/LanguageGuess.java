package dev.hone.requirement;

import dev.hone.language.LanguageId;
import java.util.List;

/// What the words of a requirement say about its programming language.
public sealed interface LanguageGuess {
  /// The words name one language.
  ///
  /// @param language the language
  /// @param why the words that decided
  record Named(LanguageId language, String why) implements LanguageGuess {}

  /// The words name a language that Hone does not know.
  ///
  /// @param name the language as people write it, such as `COBOL`
  /// @param why the words that decided
  record Unsupported(String name, String why) implements LanguageGuess {}

  /// The words point to several languages, or to one only in passing.
  ///
  /// @param candidates the supported ones among them, likeliest first; may be empty
  /// @param why the words that were seen
  record Unclear(List<LanguageId> candidates, String why) implements LanguageGuess {
    /// Copies the list.
    public Unclear {
      candidates = List.copyOf(candidates);
    }
  }

  /// No word speaks of a language.
  record Unsaid() implements LanguageGuess {}
}
