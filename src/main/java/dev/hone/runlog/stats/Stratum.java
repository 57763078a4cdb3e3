package dev.hone.runlog.stats;

/// Two kinds of runs under the same conditions.
///
/// @param failed failed runs of the first kind
/// @param runs all runs of the first kind
/// @param otherFailed failed runs of the second kind
/// @param otherRuns all runs of the second kind
record Stratum(int failed, int runs, int otherFailed, int otherRuns) {
  static final Stratum NONE = new Stratum(0, 0, 0, 0);

  /// {@return whether there are runs of both kinds, so that they can be compared}
  boolean isShared() {
    return runs > 0 && otherRuns > 0;
  }

  int allFailed() {
    return failed + otherFailed;
  }

  int allRuns() {
    return runs + otherRuns;
  }

  /// {@return how many runs of the first kind would fail if both kinds failed alike}
  double expected() {
    return allRuns() == 0 ? 0 : (double) runs * allFailed() / allRuns();
  }

  Stratum plus(Stratum other) {
    return new Stratum(
        failed + other.failed,
        runs + other.runs,
        otherFailed + other.otherFailed,
        otherRuns + other.otherRuns);
  }
}
