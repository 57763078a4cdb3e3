package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.launcher.Volumes;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Runs a prepared job: starts it, watches its limits, kills its tree, and says what it did.
public final class Supervisor {
  private static final long SETUP_TICK_MILLIS = 3;
  private static final Duration SETUP_PATIENCE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Spawner spawner;
  private final Residue residue;
  private final Volumes volumes = new Volumes();

  /// Makes a supervisor.
  ///
  /// @param spawner starts its processes
  /// @param residue clears up after it if Hone ends first
  public Supervisor(Spawner spawner, Residue residue) {
    this.spawner = spawner;
    this.residue = residue;
  }

  /// {@return what the job did, after its tree is gone} Closes the prepared job.
  ///
  /// @param mode the name of the mode
  /// @param prepared the job made ready
  /// @param job the job
  /// @throws SandboxException if the set-up did not reach the job's command
  /// @throws InterruptedException if the calling thread was interrupted; the tree is gone by then
  public Execution run(String mode, Prepared prepared, Job job) throws InterruptedException {
    try (prepared;
        Storage storage = prepared.storage()) {
      Process process = start(mode, prepared);
      Tree tree = prepared.tree(process);
      try (var _ = residue.add(() -> end(process, tree))) {
        Streams streams = new Streams(process, job.limits().outputBytes(), tree::kill);
        Begin begin;
        Limit limit;
        try {
          begin = begin(mode, process, prepared);
          if (prepared.waits()) {
            begin = release(mode, process, storage);
          }
          streams.feed(job.input());
          limit = new Watch(process, tree, storage, streams, job.limits(), begin).limit();
        } finally {
          end(process, tree);
        }
        Duration wall = begin.elapsed();
        streams.finish();
        Account account = new Account(mode, process.exitValue(), limit, wall, job);
        return account.execution(
            streams, begin.without(tree.use()), storage, prepared.reachedCommand());
      }
    }
  }

  /// {@return what asks the kernel for file systems}
  Volumes volumes() {
    return volumes;
  }

  private Process start(String mode, Prepared prepared) {
    try {
      return spawner.start(prepared.command());
    } catch (IOException e) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not start the sandbox %s (%s); run hone doctor to see which modes work"
              .formatted(mode, e.getMessage()),
          e);
    }
  }

  private static Begin begin(String mode, Process process, Prepared prepared)
      throws InterruptedException {
    long start = System.nanoTime();
    Begin begin = new Begin(start, Duration.ZERO);
    while (!prepared.begun(process)) {
      begin = Begin.now(process);
      if (process.waitFor(SETUP_TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        return begin;
      }
      if (System.nanoTime() - start > SETUP_PATIENCE.toNanos()) {
        throw new SandboxException(
            ErrorType.INSUFFICIENT_RESOURCES,
            "setting up the sandbox %s took more than %s; try again when the machine is less busy"
                .formatted(mode, SETUP_PATIENCE));
      }
    }
    return begin;
  }

  /// Waits until the work folder can be seen, and lets the job's command begin.
  private static Begin release(String mode, Process process, Storage storage)
      throws InterruptedException {
    long start = System.nanoTime();
    while (storage.work().isEmpty()) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        break;
      }
      if (System.nanoTime() - start > SETUP_PATIENCE.toNanos()) {
        throw new SandboxException(
            ErrorType.EXTERNAL,
            "the work folder of the sandbox %s cannot be seen from outside, so no file can be taken"
                    .formatted(mode)
                + " out of it; run without --collect, or in another mode");
      }
    }
    try {
      OutputStream input = process.getOutputStream();
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      // It ended before: the account says how.
      return Begin.now(process);
    }
    return Begin.now(process);
  }

  /// Kills until nothing is left. An interrupt does not stop this; it is kept for later.
  private static void end(Process process, Tree tree) {
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
