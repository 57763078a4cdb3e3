package dev.hone.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// Starts processes from one thread that never ends. The kernel's parent-death signal, by which a
/// sandbox dies with Hone, fires when the starting *thread* ends, not only when the process does.
public final class Spawner {
  private final BlockingQueue<FutureTask<Process>> requests = new LinkedBlockingQueue<>();

  /// Starts the thread.
  public Spawner() {
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

  private static Process spawn(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().clear();
    return builder.start();
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
