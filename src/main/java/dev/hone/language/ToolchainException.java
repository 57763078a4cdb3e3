package dev.hone.language;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;

/// A toolchain or its test runner is missing, too old, or could not be fetched.
public final class ToolchainException extends HoneException {
  /// Makes a failure without a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  public ToolchainException(ErrorType type, String message) {
    super(type, message);
  }

  /// Makes a failure with a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  /// @param cause what was thrown below
  public ToolchainException(ErrorType type, String message, Throwable cause) {
    super(type, message, cause);
  }
}
