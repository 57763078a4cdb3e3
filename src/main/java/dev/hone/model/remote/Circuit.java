package dev.hone.model.remote;

import java.time.Duration;
import java.time.Instant;

/// Keeps a provider that fails again and again from being asked for a while. Then one request may
/// try; its failure begins the next while.
final class Circuit {
  static final int MOST_FAILURES = 8;
  static final Duration REST = Duration.ofSeconds(60);

  private final Ticker ticker;
  private int failures;
  private Instant until = Instant.MIN;

  Circuit(Ticker ticker) {
    this.ticker = ticker;
  }

  /// {@return how long the provider is still left alone; zero where it may be asked}
  synchronized Duration rest() {
    Instant now = ticker.now();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  synchronized void failed() {
    failures++;
    if (failures >= MOST_FAILURES) {
      until = ticker.now().plus(REST);
    }
  }

  synchronized void worked() {
    failures = 0;
    until = Instant.MIN;
  }

  synchronized int failures() {
    return failures;
  }
}
