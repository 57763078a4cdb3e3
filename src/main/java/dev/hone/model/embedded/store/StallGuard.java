package dev.hone.model.embedded.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Closes a stream on which nothing arrives any more, so that its reader wakes up with an
/// IOException. The HTTP client has a time limit for the reply's start only.
final class StallGuard implements AutoCloseable {
  private final Semaphore signs = new Semaphore(0);
  private final Thread watcher;

  StallGuard(InputStream stream, Duration limit) {
    watcher = Thread.ofVirtual().start(() -> watch(stream, limit));
  }

  /// Says that bytes arrived.
  void alive() {
    signs.release();
  }

  private void watch(InputStream stream, Duration limit) {
    try {
      while (signs.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        signs.drainPermits();
      }
      stream.close();
    } catch (InterruptedException _) {
      // The reader is done.
    } catch (IOException _) {
      // A stream that fails while it is closed wakes its reader as well.
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
