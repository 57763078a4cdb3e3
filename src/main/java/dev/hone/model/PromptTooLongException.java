package dev.hone.model;

import dev.hone.failure.ErrorType;

/// A prompt does not fit the context of the model that was asked. Its type is always {@link
/// ErrorType#USER}: a shorter one may fit.
public final class PromptTooLongException extends ModelException {
  /// Makes the failure.
  ///
  /// @param message how long the prompt is where that is known, and what to do next
  public PromptTooLongException(String message) {
    super(ErrorType.USER, message);
  }
}
