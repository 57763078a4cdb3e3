package dev.hone.model;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;

/// A model could not be had, loaded or asked.
public class ModelException extends HoneException {
  /// Makes a failure without a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  public ModelException(ErrorType type, String message) {
    super(type, message);
  }

  /// Makes a failure with a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  /// @param cause what was thrown below
  public ModelException(ErrorType type, String message, Throwable cause) {
    super(type, message, cause);
  }
}
