package dev.hone.language;

import java.util.List;

/// What a test runner said, as far as it can be believed.
///
/// @param cases one entry for each test that was reported, in the order of the report
/// @param loadErrors faults that kept a file from being loaded, so that its tests never ran
/// @param buildErrors faults of the compiler that kept the tests from being built, first fault
///   first; only where {@link Language#testsBuild} holds
/// @param complete whether the runner came to its own end, shown by a mark that the code under test
///   was not given
public record TestReport(
    List<Case> cases, List<Diagnostic> loadErrors, List<Diagnostic> buildErrors, boolean complete) {
  /// Copies the lists.
  public TestReport {
    cases = List.copyOf(cases);
    loadErrors = List.copyOf(loadErrors);
    buildErrors = List.copyOf(buildErrors);
  }

  /// Makes a report of a language that needs no build.
  ///
  /// @param cases one entry for each test that was reported
  /// @param loadErrors faults that kept a file from being loaded
  /// @param complete whether the runner came to its own end
  public TestReport(List<Case> cases, List<Diagnostic> loadErrors, boolean complete) {
    this(cases, loadErrors, List.of(), complete);
  }

  /// One reported test.
  ///
  /// @param name the test's name as {@link Language#testNames} gives it
  /// @param state how it went
  /// @param message what the failure says, shortened; empty for a pass
  /// @param seen what it handed over to be compared elsewhere
  public record Case(String name, State state, String message, Seen seen) {
    /// Makes the entry of a test that checked everything itself.
    ///
    /// @param name the test's name
    /// @param state how it went
    /// @param message what the failure says; empty for a pass
    public Case(String name, State state, String message) {
      this(name, state, message, new Seen.Nothing());
    }
  }

  /// How a test went.
  public enum State {
    /// It passed.
    PASSED,
    /// An assertion did not hold.
    FAILED,
    /// It ended with another error.
    ERROR,
    /// It was skipped.
    SKIPPED
  }
}
