package dev.hone.bench;

/// A strategy that is measured. It sees what is asked and nothing else.
interface Contestant {
  /// {@return its answer}
  ///
  /// @param asked what is asked
  /// @throws dev.hone.failure.HoneException if it cannot go on
  /// @throws InterruptedException if the calling thread was interrupted
  Answer solve(Problem.Asked asked) throws InterruptedException;
}
