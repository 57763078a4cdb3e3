package dev.hone.model.remote;

import java.time.Duration;
import java.time.Instant;

/// Time as the patience of a model takes it; a test's own passes at once.
interface Ticker {
  Instant now();

  /// Waits.
  ///
  /// @throws InterruptedException if the thread was interrupted
  void pause(Duration time) throws InterruptedException;

  /// {@return the time of this machine}
  static Ticker system() {
    return new Ticker() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
      }
    };
  }
}
