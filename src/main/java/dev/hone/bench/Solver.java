package dev.hone.bench;

import dev.hone.SolveRequest;
import dev.hone.model.LanguageModel;
import dev.hone.result.Result;

/// Hone as it is.
@FunctionalInterface
public interface Solver {
  /// {@return what a run came to}
  ///
  /// @param request what is asked
  /// @param model who is asked, in place of the one that the request names
  /// @throws dev.hone.failure.HoneException if Hone cannot go on
  /// @throws InterruptedException if the calling thread was interrupted
  Result solve(SolveRequest request, LanguageModel model) throws InterruptedException;
}
