package dev.hone.requirement;

import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;

/// What a person asked for.
///
/// @param text the requirement in plain language, never blank
/// @param language the identifier given with `--language`, or empty where text or files decide
/// @param ownTests test files that the person gave; often empty
/// @param existing code to change or to complete, the file under test first; empty where code is
///   written from nothing
/// @param context files to read that are no part of the result; often empty
public record Requirement(
    String text,
    String language,
    List<SourceFile> ownTests,
    List<SourceFile> existing,
    List<SourceFile> context) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if the text is blank
  public Requirement {
    ownTests = List.copyOf(ownTests);
    existing = List.copyOf(existing);
    context = List.copyOf(context);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a requirement needs a text");
    }
  }

  /// Makes a requirement for which code is written from nothing.
  ///
  /// @param text the requirement in plain language, never blank
  /// @param language the identifier given with `--language`, or empty where the text decides
  /// @param ownTests test files that the person gave; often empty
  public Requirement(String text, String language, List<SourceFile> ownTests) {
    this(text, language, ownTests, List.of(), List.of());
  }

  /// {@return whether there is code to change or to complete}
  public boolean changesCode() {
    return !existing.isEmpty();
  }

  /// {@return the program that is asked for, or empty where it is functions or classes}
  public Optional<Program> program() {
    return Program.askedBy(text);
  }
}
