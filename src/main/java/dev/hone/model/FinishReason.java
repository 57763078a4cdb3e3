package dev.hone.model;

/// Why a reply ended.
public enum FinishReason {
  /// The model ended its turn, or a stop string came.
  STOP,
  /// The token limit cut the reply; what is there is not to be judged as code.
  LENGTH,
  /// The calling thread was interrupted.
  CANCELLED
}
