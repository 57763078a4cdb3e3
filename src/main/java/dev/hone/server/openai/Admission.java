package dev.hone.server.openai;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets requests to the model in their order, and refuses those for which there is no place to
/// wait.
final class Admission {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final Duration ENDING = Duration.ofSeconds(3);

  private final int placeCount;
  private final Semaphore places;
  private final Semaphore turns;
  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;
  private volatile Duration latest = LEAST;

  /// Makes an admission.
  ///
  /// @param jobs requests that are answered at one time
  /// @param queue requests that may wait beside them
  Admission(int jobs, int queue) {
    this.placeCount = jobs + queue;
    this.places = new Semaphore(placeCount);
    this.turns = new Semaphore(jobs, true);
  }

  /// {@return the calling thread's turn, once it has come}
  ///
  /// @throws ApiError if all places are taken, or the server ends
  /// @throws InterruptedException if the client left, or the server ends, while it waited
  Turn enter() throws InterruptedException {
    if (ending) {
      throw ApiError.ending();
    }
    if (!places.tryAcquire()) {
      throw ApiError.busy(latest.compareTo(MOST) > 0 ? MOST : latest);
    }
    inside.add(Thread.currentThread());
    boolean entered = false;
    try {
      // looked at again, since an end in between did not see this thread
      if (ending) {
        throw ApiError.ending();
      }
      turns.acquire();
      entered = true;
      return new Turn(System.nanoTime());
    } finally {
      if (!entered) {
        leave();
      }
    }
  }

  private void leave() {
    inside.remove(Thread.currentThread());
    places.release();
  }

  boolean isEnding() {
    return ending;
  }

  /// Lets nobody in any more, interrupts those inside, and waits some seconds until they are out.
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  void end() throws InterruptedException {
    ending = true;
    inside.forEach(Thread::interrupt);
    boolean _ = places.tryAcquire(placeCount, ENDING.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The time in which one request has the model.
  final class Turn implements AutoCloseable {
    private final long start;

    private Turn(long start) {
      this.start = start;
    }

    @Override
    public void close() {
      // whole seconds, as Retry-After has them
      latest = Duration.ofSeconds(1 + (System.nanoTime() - start) / 1_000_000_000L);
      turns.release();
      leave();
    }
  }
}
