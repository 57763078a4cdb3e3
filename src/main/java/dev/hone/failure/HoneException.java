package dev.hone.failure;

/// Something that Hone could not do. The message says what was attempted, on what value, and what
/// to do next.
public abstract class HoneException extends RuntimeException {
  /// Which kind of inability it is.
  private final ErrorType type;

  /// Makes an exception without a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  protected HoneException(ErrorType type, String message) {
    super(message);
    this.type = type;
  }

  /// Makes an exception with a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  /// @param cause what was thrown below
  protected HoneException(ErrorType type, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  /// {@return whose turn it is}
  public final ErrorType type() {
    return type;
  }
}
