package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;

/// The run log could not be opened, read or written.
public final class RunLogException extends HoneException {
  /// Makes a failure without a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  public RunLogException(ErrorType type, String message) {
    super(type, message);
  }

  /// Makes a failure with a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  /// @param cause what was thrown below
  public RunLogException(ErrorType type, String message, Throwable cause) {
    super(type, message, cause);
  }
}
