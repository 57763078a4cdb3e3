package dev.hone.bench;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Works through a list, some at a time.
///
/// @param jobs how many at a time, at least 1; with 1 all is done on the calling thread
record Workers(int jobs) {
  /// One piece of work.
  interface Step<T, R> {
    /// {@return what it came to}
    ///
    /// @param task what is worked on
    /// @throws InterruptedException if the thread was interrupted
    R of(T task) throws InterruptedException;
  }

  /// Does each task and hands over what it came to, on the calling thread. An interrupt of the
  /// calling thread ends the work; the interrupt flag stays set.
  ///
  /// @throws RuntimeException what a task threw; those that are under way are ended
  <T, R> void each(List<T> tasks, Step<T, R> step, Consumer<R> done) {
    try {
      if (jobs == 1) {
        for (T task : tasks) {
          done.accept(step.of(task));
        }
      } else {
        together(tasks, step, done);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      // An interrupt that arrives while a file is written shows as a failure of the writing.
      if (!Thread.currentThread().isInterrupted()) {
        throw e;
      }
    }
  }

  private <T, R> void together(List<T> tasks, Step<T, R> step, Consumer<R> done)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      CompletionService<R> results = new ExecutorCompletionService<>(pool);
      for (T task : tasks) {
        var _ = results.submit(() -> step.of(task));
      }
      for (int i = 0; i < tasks.size(); i++) {
        done.accept(results.take().get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      // Ends what is under way, and waits for it.
      pool.shutdownNow();
      pool.close();
    }
  }
}
