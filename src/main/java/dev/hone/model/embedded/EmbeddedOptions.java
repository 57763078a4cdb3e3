package dev.hone.model.embedded;

/// How an embedded model is opened.
///
/// @param contextTokens tokens that prompt and reply may have together; 0 takes 8192, or the
///   model's own limit where that is less
/// @param threads threads that compute; 0 takes the processors available, and fewer while other
///   work makes these slower
/// @param verbose whether the engine's own log goes to standard error
/// @param drafts whether tokens that stood in the text before are read ahead where a reply copies
public record EmbeddedOptions(int contextTokens, int threads, boolean verbose, boolean drafts) {
  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a number is negative
  public EmbeddedOptions {
    if (contextTokens < 0 || threads < 0) {
      throw new IllegalArgumentException("context tokens and threads are 0 or more");
    }
  }

  /// Makes options with drafts.
  ///
  /// @param contextTokens tokens that prompt and reply may have together; 0 for the usual number
  /// @param threads threads that compute; 0 for as many as are free
  /// @param verbose whether the engine's own log goes to standard error
  public EmbeddedOptions(int contextTokens, int threads, boolean verbose) {
    this(contextTokens, threads, verbose, true);
  }

  /// {@return the same without drafts}
  public EmbeddedOptions withoutDrafts() {
    return new EmbeddedOptions(contextTokens, threads, verbose, false);
  }

  /// {@return the usual options: everything chosen, no native log}
  public static EmbeddedOptions usual() {
    return new EmbeddedOptions(0, 0, false);
  }
}
