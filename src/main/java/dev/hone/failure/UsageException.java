package dev.hone.failure;

/// Wrong use of Hone: an unknown option, an unsupported language, a folder that cannot be written.
public final class UsageException extends HoneException {
  /// Makes a usage failure.
  ///
  /// @param message what was wrong and what to type instead
  public UsageException(String message) {
    super(ErrorType.USER, message);
  }
}
