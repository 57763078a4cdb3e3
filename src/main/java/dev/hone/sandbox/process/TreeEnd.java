package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How a tree comes to its end.
///
/// @param process the started process
/// @param tree its tree
record TreeEnd(Process process, Tree tree) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GRACE_NANOS = 5_000_000;

  /// Waits a moment for the rest of a tree whose started process has ended. When the first process
  /// of a namespace ends, the kernel is about to end what is left, and a kill would take longer
  /// than that.
  void await() {
    long soon = System.nanoTime() + GRACE_NANOS;
    while (!process.isAlive() && tree.alive() && System.nanoTime() < soon) {
      LockSupport.parkNanos(GRACE_NANOS / 50);
    }
  }

  /// Kills until nothing is left. An interrupt does not stop this; it is kept for later.
  void force() {
    boolean interrupted = Thread.interrupted();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() || tree.alive()) {
      tree.kill();
      if (System.nanoTime() > deadline) {
        throw new SandboxException(
            ErrorType.INTERNAL,
            "the process tree of pid %d did not end within %s of being killed; look for processes"
                    .formatted(process.pid(), PATIENCE)
                + " stuck in the kernel (state D) and try again");
      }
      try {
        var _ = process.waitFor(1, TimeUnit.MILLISECONDS);
        TimeUnit.MICROSECONDS.sleep(300);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
