package dev.hone.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// Starts processes from one thread that never ends. The kernel's parent-death signal, by which a
/// sandbox dies with Hone, fires when the starting *thread* ends, not only when the process does.
///
/// A program that can be told its arguments later is started ahead of its use, once it was used:
/// the start of a process takes longer than most of what a box needs.
public final class Spawner {
  // About as long as a box is being set up, which a start beside it would hold up.
  private static final long SETUP_MILLIS = 5;

  private final BlockingQueue<FutureTask<Process>> requests = new LinkedBlockingQueue<>();

  private final Set<Long> running = new HashSet<>();
  private final Map<List<String>, Optional<Standby>> ahead = new HashMap<>();
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
  /// @param told how many words at its front can be started without the rest, as the program takes
  ///   `told` for its only further argument and then reads them; 0 for a program that cannot
  /// @throws IOException if it could not be started
  Process start(List<String> command, int told) throws IOException {
    FutureTask<Process> request = new FutureTask<>(() -> spawn(command, told));
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

  private Process spawn(List<String> command, int first) throws IOException {
    List<String> changed = change.apply(command);
    List<String> program = List.copyOf(command.subList(0, first));
    // Only a test of the policy changes the program itself.
    if (first == 0 || !program.equals(changed.subList(0, Math.min(first, changed.size())))) {
      return spawn(changed);
    }
    Optional<Standby> standby = ahead.getOrDefault(program, Optional.empty());
    ahead.put(program, Optional.empty());
    List<String> rest = changed.subList(first, changed.size());
    return standby.isPresent() && standby.get().tell(rest)
        ? standby.get().process()
        : spawn(changed);
  }

  private Process spawn(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
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
        FutureTask<Process> request = requests.poll(SETUP_MILLIS, TimeUnit.MILLISECONDS);
        if (request == null) {
          startAhead();
          request = requests.take();
        }
        request.run();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody holds this thread to interrupt it", e);
      }
    }
  }

  private void startAhead() {
    ahead.replaceAll(
        (program, standby) -> standby.isPresent() ? standby : Standby.of(program, this::spawn));
  }
}
