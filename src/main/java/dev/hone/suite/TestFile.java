package dev.hone.suite;

import dev.hone.language.SourceFile;
import java.util.List;

/// One file of tests.
///
/// @param origin where its tests came from
/// @param file the file
/// @param names the tests in it as the runner will report them, read before anything ran
public record TestFile(Origin origin, SourceFile file, List<String> names) {
  /// Copies the list.
  public TestFile {
    names = List.copyOf(names);
  }
}
