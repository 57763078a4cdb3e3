package dev.hone.model.budget;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Interrupts the thread that made it when a time is over, unless it is stopped before. What it
/// leaves behind is no interrupt: stopping takes it back.
final class Deadline implements AutoCloseable {
  private final Thread worker = Thread.currentThread();
  private @Nullable Thread watcher;
  private volatile boolean stopped;
  private boolean fired;

  private Deadline() {}

  /// {@return a watch that never interrupts}
  static Deadline never() {
    return new Deadline();
  }

  /// {@return a watch that interrupts the calling thread after this time}
  static Deadline in(Duration left) {
    Deadline deadline = new Deadline();
    long end = System.nanoTime() + left.toNanos();
    deadline.watcher = Thread.ofVirtual().start(() -> deadline.watch(end));
    return deadline;
  }

  private void watch(long end) {
    long left = end - System.nanoTime();
    while (left > 0 && !stopped) {
      LockSupport.parkNanos(this, left);
      left = end - System.nanoTime();
    }
    fire();
  }

  private synchronized void fire() {
    if (!stopped) {
      fired = true;
      worker.interrupt();
    }
  }

  /// {@return whether the time was over} The worker calls it; nothing is interrupted afterwards.
  synchronized boolean stop() {
    if (!stopped) {
      stopped = true;
      LockSupport.unpark(watcher);
      if (fired) {
        boolean _ = Thread.interrupted();
      }
    }
    return fired;
  }

  @Override
  public void close() {
    boolean _ = stop();
  }
}
