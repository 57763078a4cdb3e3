package dev.hone.model.embedded;

/// How an embedded model is opened.
///
/// @param contextTokens tokens that prompt and reply may have together; 0 takes 8192, or the
///   model's own limit where that is less
/// @param threads threads that compute; 0 takes the processors available, and fewer while other
///   work makes these slower
/// @param verbose whether the engine's own log goes to standard error
public record EmbeddedOptions(int contextTokens, int threads, boolean verbose) {
  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a number is negative
  public EmbeddedOptions {
    if (contextTokens < 0 || threads < 0) {
      throw new IllegalArgumentException("context tokens and threads are 0 or more");
    }
  }

  /// {@return the usual options: everything chosen, no native log}
  public static EmbeddedOptions usual() {
    return new EmbeddedOptions(0, 0, false);
  }
}
