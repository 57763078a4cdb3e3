package dev.hone.model.embedded;

import dev.hone.model.FinishReason;
import dev.hone.model.Forecast;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;

/// Lets one thread at a time to a model, in the order in which they come, until it is closed. Safe
/// for use by several threads.
public final class Turns {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final String model;
  private boolean closed;

  /// Makes the turns at a model that is open.
  ///
  /// @param model its name, for messages
  public Turns(String model) {
    this.model = model;
  }

  /// {@return the reply that is made once the model is free} Where the thread is interrupted before
  /// that, the reply is cancelled and the interrupt set again.
  ///
  /// @param answer makes the reply; takes when the request came, in nanoseconds
  /// @throws IllegalStateException if the model is closed, or this thread makes a reply already
  public Reply reply(LongFunction<Reply> answer) {
    long start = System.nanoTime();
    if (isOwn()) {
      throw new IllegalStateException("the model was asked from inside its own reply");
    }
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException _) {
      return cancelled("", start);
    }
    try {
      if (closed) {
        throw new IllegalStateException("the model " + model + " is closed");
      }
      return answer.apply(start);
    } finally {
      lock.unlock();
    }
  }

  /// {@return a forecast of a request that costs nothing; of no tokens where another thread has the
  /// model, or it is closed}
  ///
  /// @param tokens counts those of the prompt
  public Forecast forecast(IntSupplier tokens) {
    if (!lock.tryLock()) {
      return new Forecast(0, Price.free());
    }
    try {
      return new Forecast(closed ? 0 : tokens.getAsInt(), Price.free());
    } finally {
      lock.unlock();
    }
  }

  /// Closes the model once it is free. A second call does nothing.
  ///
  /// @param last frees what the model holds
  /// @throws IllegalStateException if this thread makes a reply
  public void close(Runnable last) {
    if (isOwn()) {
      throw new IllegalStateException("the model was closed from inside its own reply");
    }
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        last.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /// {@return whether this thread makes a reply}
  public boolean isOwn() {
    return lock.isHeldByCurrentThread();
  }

  /// {@return the reply to a request whose thread was interrupted} The interrupt is set again.
  ///
  /// @param text what had come of it
  /// @param start when the request came, in nanoseconds
  public static Reply cancelled(String text, long start) {
    Thread.currentThread().interrupt();
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    return new Reply(text, FinishReason.CANCELLED, 0, 0, 0, passed, passed);
  }
}
