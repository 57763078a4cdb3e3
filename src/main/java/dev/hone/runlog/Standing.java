package dev.hone.runlog;

import dev.hone.result.Usage;
import java.time.Duration;

/// What a run has come to at some time.
///
/// @param attempts how many attempts it has
/// @param ended why it ended; empty where it did not
/// @param spent what was spent on the model; of a run that was killed, as far as it is with its
///   attempts
/// @param time how long it worked; of a run that was killed, to the end of its last attempt
public record Standing(int attempts, String ended, Usage spent, Duration time) {
  /// A run that has just begun.
  public static final Standing BEGUN = new Standing(0, "", Usage.NONE, Duration.ZERO);
}
