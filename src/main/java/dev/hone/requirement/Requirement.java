package dev.hone.requirement;

import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;

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

  /// {@return the program that is asked for, or empty where it is functions or classes}
  public Optional<Program> program() {
    return Program.askedBy(text);
  }
}
