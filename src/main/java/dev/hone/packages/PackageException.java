package dev.hone.packages;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;

/// Packages that could not be had: unknown to the registry, nothing that is built, no network.
public final class PackageException extends HoneException {
  /// Makes a failure without a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  public PackageException(ErrorType type, String message) {
    super(type, message);
  }

  /// Makes a failure with a cause.
  ///
  /// @param type whose turn it is
  /// @param message what was attempted, on what, and what to do next
  /// @param cause what was thrown below
  public PackageException(ErrorType type, String message, Throwable cause) {
    super(type, message, cause);
  }
}
