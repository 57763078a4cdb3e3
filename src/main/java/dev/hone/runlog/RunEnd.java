package dev.hone.runlog;

import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.result.Usage;
import java.time.Duration;

/// How a run ended, as far as it did.
public sealed interface RunEnd {
  /// The run is still going, or was killed.
  record Unfinished() implements RunEnd {}

  /// The run ended without a result.
  ///
  /// @param ending the ending's name
  /// @param why the message that explains it; may be empty
  record Stopped(Ending ending, String why) implements RunEnd {}

  /// The run came to a result.
  ///
  /// @param ending why it ended
  /// @param passed whether the best attempt passed on evidence that reaches what was required
  /// @param bestAttempt the number of the best attempt, or 0 where there is none
  /// @param evidence how far a pass can be trusted
  /// @param usage what was spent on the model
  /// @param time how long the run took
  /// @param failure why the best attempt is no solution; none where the run passed, and where an
  ///   older Hone wrote the log
  record Finished(
      Ending ending,
      boolean passed,
      int bestAttempt,
      Evidence evidence,
      Usage usage,
      Duration time,
      Failure failure)
      implements RunEnd {}

  /// {@return the word used in data, or empty for a run that is unfinished}
  default String id() {
    return switch (this) {
      case Unfinished _ -> "";
      case Stopped stopped -> stopped.ending().id();
      case Finished finished -> finished.ending().id();
    };
  }
}
