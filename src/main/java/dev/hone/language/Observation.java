package dev.hone.language;

import java.util.Map;

/// Example tests that hand over what they see instead of checking it.
///
/// @param file the test file as it runs: the same tests on the same lines, without the values that
///   {@link #expected} holds
/// @param expected for each test that only hands over, by its name, what it must have seen; tests
///   that are not in here check by themselves
public record Observation(SourceFile file, Map<String, Expected> expected) {
  /// Copies the map.
  public Observation {
    expected = Map.copyOf(expected);
  }
}
