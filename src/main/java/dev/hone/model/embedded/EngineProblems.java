package dev.hone.model.embedded;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;

/// The failures of the engine itself, in words.
final class EngineProblems {
  private EngineProblems() {}

  static ModelException unusable(String what) {
    return new ModelException(
        ErrorType.EXTERNAL,
        what
            + ". Delete the engine's folder in Hone's cache, so that the version Hone knows is"
            + " fetched again");
  }
}
