package dev.hone.model.embedded.process;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;
import dev.hone.model.ModelException;
import dev.hone.model.PromptTooLongException;

/// An exception that crosses from one process to another, as much of it as the asker can act on.
///
/// @param kind which exception it was
/// @param type whose turn it is
/// @param message what a person reads
record Failure(Kind kind, ErrorType type, String message) {
  /// Which exceptions can be told apart.
  enum Kind {
    /// The prompt is too long.
    PROMPT,
    /// The model could not be had, loaded or asked.
    MODEL,
    /// Anything else, which is a fault of Hone.
    BROKEN
  }

  static Failure of(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return switch (thrown) {
      case PromptTooLongException prompt -> new Failure(Kind.PROMPT, prompt.type(), message);
      case HoneException known -> new Failure(Kind.MODEL, known.type(), message);
      default -> new Failure(Kind.BROKEN, ErrorType.INTERNAL, thrown.toString());
    };
  }

  /// {@return the exception as it is thrown in process}
  RuntimeException exception() {
    return switch (kind) {
      case PROMPT -> new PromptTooLongException(message);
      case MODEL -> new ModelException(type, message);
      case BROKEN -> new IllegalStateException("the engine's process: " + message);
    };
  }
}
