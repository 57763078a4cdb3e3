package dev.hone.failure;

/// Whose turn it is after a failure.
public enum ErrorType {
  /// The input or the options were wrong; the message says what to type instead.
  USER,
  /// Something outside Hone is missing or failed: a model, a sandbox, a toolchain, a registry.
  EXTERNAL,
  /// The machine has too little memory or disk for what was asked.
  INSUFFICIENT_RESOURCES,
  /// Hone itself is wrong.
  INTERNAL
}
