package dev.hone.requirement;

import dev.hone.language.SourceFile;
import java.util.List;

/// What a person asked for.
///
/// @param text the requirement in plain language, never blank
/// @param language the identifier given with `--language`, or empty where the text decides
/// @param ownTests test files that the person gave; often empty
public record Requirement(String text, String language, List<SourceFile> ownTests) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if the text is blank
  public Requirement {
    ownTests = List.copyOf(ownTests);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a requirement needs a text");
    }
  }
}
