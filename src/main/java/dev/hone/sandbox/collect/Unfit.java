package dev.hone.sandbox.collect;

/// What came out of a box is not what may come.
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1;

  /// Makes a refusal.
  ///
  /// @param message what came and what is wrong with it
  public Unfit(String message) {
    super(message);
  }
}
