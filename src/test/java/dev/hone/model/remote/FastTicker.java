package dev.hone.model.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time that passes at once where somebody waits.
final class FastTicker implements Ticker {
  private Instant now = Instant.parse("2026-11-29T00:00:00Z");
  private final List<Duration> pauses = new ArrayList<>();

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pauses.add(time);
    now = now.plus(time);
  }

  List<Duration> pauses() {
    return pauses;
  }
}
