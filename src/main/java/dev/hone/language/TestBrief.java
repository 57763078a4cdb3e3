package dev.hone.language;

import java.util.List;

/// What a file of example tests is written from.
///
/// @param solutionPath the file under test
/// @param testPath where the test file stands
/// @param entryPoints functions or classes that the solution must offer; may be empty
/// @param signatures what is known of each entry point, in the same order, as the language writes
///   it; without types where the requirement names none, such as `add(...)`
/// @param examples the examples, as {@link Example} says
public record TestBrief(
    String solutionPath,
    String testPath,
    List<String> entryPoints,
    List<String> signatures,
    List<Example> examples) {
  /// Copies the lists.
  public TestBrief {
    entryPoints = List.copyOf(entryPoints);
    signatures = List.copyOf(signatures);
    examples = List.copyOf(examples);
  }
}
