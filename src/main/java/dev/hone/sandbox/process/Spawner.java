package dev.hone.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;

/// Starts processes from one thread that never ends. The kernel's parent-death signal, by which a
/// sandbox dies with Hone, fires when the starting *thread* ends, not only when the process does.
public final class Spawner {
  private final BlockingQueue<FutureTask<Process>> requests = new LinkedBlockingQueue<>();

  private final Set<Long> running = new HashSet<>();
  private final UnaryOperator<List<String>> change;

  /// Starts the thread.
  public Spawner() {
    this(UnaryOperator.identity());
  }

  /// Starts the thread.
  ///
  /// @param change changes each command before its start, as tests of the policy do
  Spawner(UnaryOperator<List<String>> change) {
    this.change = change;
    Thread.ofPlatform().daemon().name("hone-sandbox-spawner").start(this::serve);
  }

  /// {@return a started process, with an empty environment, in the root folder}
  ///
  /// @param command the program, as an absolute path, and its arguments
  /// @throws IOException if it could not be started
  public Process start(List<String> command) throws IOException {
    FutureTask<Process> request = new FutureTask<>(() -> spawn(command));
    requests.add(request);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return request.get();
        } catch (InterruptedException e) {
          // A start takes a millisecond; leaving now would lose the only hold on the process.
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IOException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// {@return whether a process is one that this started and that has not been waited for}
  ///
  /// @param pid its id
  boolean started(long pid) {
    synchronized (running) {
      return running.contains(pid);
    }
  }

  private Process spawn(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(change.apply(command)).directory(new File("/"));
    builder.environment().clear();
    synchronized (running) {
      Process process = builder.start();
      running.add(process.pid());
      var _ = process.onExit().thenRun(() -> ended(process.pid()));
      return process;
    }
  }

  private void ended(long pid) {
    synchronized (running) {
      running.remove(pid);
    }
  }

  private void serve() {
    while (true) {
      try {
        requests.take().run();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody holds this thread to interrupt it", e);
      }
    }
  }
}
