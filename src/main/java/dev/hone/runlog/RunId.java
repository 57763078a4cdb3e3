package dev.hone.runlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes identifiers of runs: the second of the start in UTC, then two characters that keep runs of
/// the same second apart, and more where so many begin at once that these are taken. They sort by
/// time and can be read and typed.
final class RunId {
  /// Without letters that are read as digits or as each other.
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 2;
  private static final int TRIES = 3;

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunId() {}

  /// {@return an identifier}
  ///
  /// @param startedAt when the run begins
  /// @param taken how many identifiers that were made for it are taken already
  /// @param random chooses
  static String of(Instant startedAt, int taken, RandomGenerator random) {
    StringBuilder id = new StringBuilder(SECOND.format(startedAt)).append('-');
    for (int i = 0; i < LENGTH + taken / TRIES; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
