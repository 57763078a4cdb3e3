package dev.hone.model.remote;

/// The calling thread was interrupted while a request was on its way. Its flag is set.
final class CancelledCall extends RuntimeException {
  CancelledCall() {
    super("cancelled", null, false, false);
  }
}
