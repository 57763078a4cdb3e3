package dev.hone.verdict;

import dev.hone.suite.Origin;

/// How one expected test went.
///
/// @param name the test's name
/// @param origin where the test came from
/// @param outcome how it went
/// @param message what the failure says; empty for a pass
public record TestOutcome(String name, Origin origin, Outcome outcome, String message) {
  /// How a test went.
  public enum Outcome {
    /// It passed.
    PASSED("passed"),
    /// An assertion did not hold.
    FAILED("failed"),
    /// It ended with another error.
    ERROR("error"),
    /// It was skipped.
    SKIPPED("skipped"),
    /// It was expected and never reported.
    MISSING("missing");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /// {@return the name used in data and the run log}
    public String id() {
      return id;
    }
  }

  /// {@return whether the test passed}
  public boolean passed() {
    return outcome == Outcome.PASSED;
  }
}
