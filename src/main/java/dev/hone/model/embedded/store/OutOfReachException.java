package dev.hone.model.embedded.store;

/// A source could not give the file; another may.
final class OutOfReachException extends Exception {
  OutOfReachException(String message) {
    super(message);
  }
}
