package dev.hone.runlog.stats;

/// How often something happened in runs that came to an end of their own. A person's mark decides
/// where there is one: a run that is marked wrong failed, one that is marked right did not.
///
/// @param runs the runs
/// @param failed runs that failed in the end
/// @param firstFailed runs whose first candidate was not the answer
/// @param labelled runs that a person marked
/// @param falsePasses runs that passed and are marked wrong
/// @param falseFailures runs that did not pass and are marked right
public record Counts(
    int runs, int failed, int firstFailed, int labelled, int falsePasses, int falseFailures) {
  /// Nothing.
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  /// {@return this and another together}
  ///
  /// @param other what else is counted
  public Counts plus(Counts other) {
    return new Counts(
        runs + other.runs,
        failed + other.failed,
        firstFailed + other.firstFailed,
        labelled + other.labelled,
        falsePasses + other.falsePasses,
        falseFailures + other.falseFailures);
  }

  /// {@return the share of runs that failed, 0 to 1; 0 where there are none}
  public double rate() {
    return runs == 0 ? 0 : (double) failed / runs;
  }

  /// {@return the share of runs whose first candidate was not the answer, 0 to 1; 0 where there are
  /// none}
  public double firstRate() {
    return runs == 0 ? 0 : (double) firstFailed / runs;
  }

  /// {@return the 95 % interval of {@link #rate}}
  public Wilson interval() {
    return Wilson.of(failed, runs);
  }
}
