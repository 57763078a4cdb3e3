package dev.hone.requirement;

import java.util.List;

/// A language and what was asked to find it.
///
/// @param choice the language and how it was found
/// @param asked the question to the model; empty where rules decided
public record ChosenLanguage(LanguageChoice choice, List<Asked> asked) {
  /// Copies the list.
  public ChosenLanguage {
    asked = List.copyOf(asked);
  }
}
