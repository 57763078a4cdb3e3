package dev.hone.model.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Closes a reply on which nothing comes any more, so that its reader wakes up. Until the first
/// piece there is one limit for all of it, which signs of life do not put off.
final class Watch implements AutoCloseable {
  private final InputStream body;
  private final Duration idle;
  private final Thread watcher;
  private volatile long deadline;
  private volatile boolean begun;
  private volatile boolean expired;
  private volatile boolean done;

  /// Begins to watch.
  ///
  /// @param start when the request was made, by the clock of [System#nanoTime]
  Watch(InputStream body, long start, Patience patience) {
    this.body = body;
    this.idle = patience.idle();
    this.deadline = start + patience.firstToken().toNanos();
    this.watcher = Thread.ofVirtual().start(this::watch);
  }

  /// Says that bytes came.
  void alive() {
    if (begun) {
      deadline = System.nanoTime() + idle.toNanos();
    }
  }

  /// Says that the first piece came.
  void begin() {
    if (!begun) {
      begun = true;
      alive();
      // the limit may be an earlier one from here on
      LockSupport.unpark(watcher);
    }
  }

  boolean expired() {
    return expired;
  }

  /// {@return whether the first piece had come}
  boolean begun() {
    return begun;
  }

  private void watch() {
    while (!done) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        expired = true;
        shut();
        return;
      }
      LockSupport.parkNanos(this, left);
    }
  }

  private void shut() {
    try {
      body.close();
    } catch (IOException _) {
      // A stream that fails while it is closed wakes its reader as well.
    }
  }

  @Override
  public void close() {
    done = true;
    LockSupport.unpark(watcher);
  }
}
