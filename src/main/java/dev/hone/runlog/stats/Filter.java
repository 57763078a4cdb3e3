package dev.hone.runlog.stats;

import java.time.Instant;

/// Which runs count.
///
/// @param since the earliest start; {@link Instant#EPOCH} for all
/// @param language the target language, or empty for all
/// @param type the class of work, or empty for all
public record Filter(Instant since, String language, String type) {
  /// Every run.
  public static final Filter ALL = new Filter(Instant.EPOCH, "", "");
}
