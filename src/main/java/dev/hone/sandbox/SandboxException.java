package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;

/// No sandbox mode works here, or a sandbox could not be set up.
public final class SandboxException extends HoneException {
  /// Makes a failure without a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  public SandboxException(ErrorType type, String message) {
    super(type, message);
  }

  /// Makes a failure with a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  /// @param cause what was thrown below
  public SandboxException(ErrorType type, String message, Throwable cause) {
    super(type, message, cause);
  }
}
