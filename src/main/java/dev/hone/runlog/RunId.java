package dev.hone.runlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes identifiers of runs: the second of the start in UTC, then two characters that keep runs of
/// the same second apart. They sort by time and can be read and typed.
final class RunId {
  /// Without letters that are read as digits or as each other.
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunId() {}

  static String of(Instant startedAt, RandomGenerator random) {
    return SECOND.format(startedAt) + "-" + letter(random) + letter(random);
  }

  private static char letter(RandomGenerator random) {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }
}
