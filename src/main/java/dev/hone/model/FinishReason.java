package dev.hone.model;

/// Why a reply ended.
public enum FinishReason {
  /// The model ended its turn, or a stop string came.
  STOP,
  /// The token limit cut the reply; what is there is not to be judged as code.
  LENGTH,
  /// The reply had begun to repeat itself without end and was ended there, by the embedded engine;
  /// more room would bring more of the same.
  REPETITION,
  /// The calling thread was interrupted.
  CANCELLED;

  /// {@return whether what is there is not whole, though nobody stopped it}
  public boolean isCut() {
    return this == LENGTH || this == REPETITION;
  }
}
