package dev.hone.model.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses between tries: each up to twice as long as the one before, a random part of it, so that
/// many programs that failed together do not come back together.
///
/// @param tries how often a request is made, at least 1
/// @param random where the part comes from
record Backoff(int tries, RandomGenerator random) {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int MOST_DOUBLINGS = 6;

  /// {@return how long to wait after so many failures: half of the whole pause at least}
  Duration pause(int failed) {
    Duration whole = FIRST.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
    long half = whole.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
