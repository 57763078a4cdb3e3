package dev.hone.candidate;

import dev.hone.language.SourceFile;
import java.util.List;

/// One piece of code that may solve a requirement.
///
/// @param files its files, the one under test first; never empty
public record Candidate(List<SourceFile> files) {
  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no file
  public Candidate {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a candidate has at least one file");
    }
  }

  /// {@return the file under test}
  public SourceFile main() {
    return files.getFirst();
  }
}
