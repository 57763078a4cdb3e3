package dev.hone.suite;

import dev.hone.language.SourceFile;
import java.util.List;

/// One file of tests.
///
/// @param origin where its tests came from
/// @param file the file
/// @param names the tests in it as the runner will report them, read before anything ran
/// @param errors those of the names that ask for an error; empty where that is not known
public record TestFile(Origin origin, SourceFile file, List<String> names, List<String> errors) {
  /// Copies the lists.
  public TestFile {
    names = List.copyOf(names);
    errors = List.copyOf(errors);
  }

  /// A file of which it is not known which tests ask for an error.
  ///
  /// @param origin where its tests came from
  /// @param file the file
  /// @param names the tests in it
  public TestFile(Origin origin, SourceFile file, List<String> names) {
    this(origin, file, names, List.of());
  }
}
