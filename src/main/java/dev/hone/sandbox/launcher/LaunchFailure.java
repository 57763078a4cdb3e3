package dev.hone.sandbox.launcher;

/// A step of the launcher that failed.
final class LaunchFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param step what was attempted
  /// @param errno the system's number of the error, or 0
  LaunchFailure(String step, int errno) {
    super(errno == 0 ? step : step.concat(": error ").concat(Integer.toString(errno)));
  }
}
