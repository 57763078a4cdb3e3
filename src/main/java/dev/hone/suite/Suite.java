package dev.hone.suite;

import java.util.List;

/// All tests of a requirement.
///
/// @param files the test files, most trusted origin first; may be empty
public record Suite(List<TestFile> files) {
  /// Copies the list.
  public Suite {
    files = List.copyOf(files);
  }

  /// {@return how many tests there are}
  public int size() {
    return files.stream().mapToInt(file -> file.names().size()).sum();
  }
}
