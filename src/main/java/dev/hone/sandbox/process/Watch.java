package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Looks at a running job again and again until it ends or reaches a limit.
///
/// @param process the started process
/// @param tree its tree
/// @param storage the folders that the job may write to
/// @param streams its standard streams
/// @param limits the job's limits
/// @param begin when its command began
record Watch(
    Process process, Tree tree, Storage storage, Streams streams, Limits limits, Begin begin) {
  private static final long TICK_MILLIS = 20;
  private static final long FIRST_TICK_MILLIS = 2;
  private static final long SHORT_TICK_MILLIS = 5;
  private static final long SHORTEST_TICK_MILLIS = 1;

  /// {@return the limit that was reached, or {@link Limit#NONE} if the process ended by itself}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Limit limit() throws InterruptedException {
    long tick = FIRST_TICK_MILLIS;
    while (!process.waitFor(Math.min(tick, untilWall()), TimeUnit.MILLISECONDS)) {
      // Before any look, which takes longest where a job keeps the processors busy.
      if (begin.elapsed().compareTo(limits.wall()) >= 0 && !tree.over()) {
        return Limit.WALL;
      }
      // First, as what it finds is memory too.
      StorageUse stored = storage.use();
      TreeUse use = begin.without(tree.use());
      Optional<Limit> reached = reached(use, stored);
      if (reached.isPresent()) {
        return reached.get();
      }
      // Soon after the start, as much of what is seen of a short command is seen then or never.
      tick = Math.min(2 * tick, tickMillis(use.memoryBytes()));
    }
    return streams.overflowed() ? Limit.OUTPUT : Limit.NONE;
  }

  private Optional<Limit> reached(TreeUse use, StorageUse stored) {
    if (streams.overflowed()) {
      return Optional.of(Limit.OUTPUT);
    }
    if (use.outOfMemory() || use.memoryBytes() > limits.memoryBytes()) {
      return Optional.of(Limit.MEMORY);
    }
    if (use.cpu().compareTo(limits.cpu()) > 0) {
      return Optional.of(Limit.CPU);
    }
    return Stream.concat(stored.exceeded().stream(), tree.exceeded().stream()).findFirst();
  }

  /// Where the watch itself holds memory, what is taken between two looks is over the limit. A core
  /// fills some megabytes in a millisecond.
  private long tickMillis(long memoryBytes) {
    if (memoryBytes > limits.memoryBytes() / 2) {
      return SHORTEST_TICK_MILLIS;
    }
    return memoryBytes > limits.memoryBytes() / 4 ? SHORT_TICK_MILLIS : TICK_MILLIS;
  }

  private long untilWall() {
    return Math.max(limits.wall().minus(begin.elapsed()).toMillis(), 1);
  }
}
