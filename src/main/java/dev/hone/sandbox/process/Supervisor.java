package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Runs a prepared job: starts it, watches its limits, kills its tree, and says what it did.
public final class Supervisor {
  private static final long TICK_MILLIS = 20;
  private static final long SETUP_TICK_MILLIS = 3;
  private static final Duration SETUP_PATIENCE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SIGKILL = 9;
  private static final int SIGXCPU = 24;
  private static final int SIGXFSZ = 25;

  private final Spawner spawner;
  private final Residue residue;

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
    try (prepared) {
      Process process = start(mode, prepared);
      Tree tree = prepared.tree(process);
      try (var _ = residue.add(() -> end(process, tree))) {
        Streams streams = new Streams(process, job.input(), job.limits().outputBytes(), tree::kill);
        Begin begin;
        Limit limit;
        try {
          begin = begin(mode, process, prepared);
          limit = watch(process, tree, streams, new Watched(job.limits(), begin));
        } finally {
          end(process, tree);
        }
        streams.finish();
        Duration wall = begin.elapsed();
        return new Account(mode, process.exitValue(), limit, wall)
            .execution(streams, begin.without(tree.use()), job.limits(), prepared);
      }
    }
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

  /// When the job's own command began, and the processor time that the set-up had taken.
  private record Begin(long nanos, Duration cpu) {
    static Begin now(Process process) {
      return new Begin(System.nanoTime(), ProcFiles.cpu(process.pid()));
    }

    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }

    TreeUse without(TreeUse use) {
      Duration rest = use.cpu().minus(cpu);
      return use.withCpu(rest.isNegative() ? Duration.ZERO : rest);
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

  private record Watched(Limits limits, Begin begin) {
    boolean wallReached() {
      return begin.elapsed().compareTo(limits.wall()) >= 0;
    }

    long tickMillis() {
      return Math.clamp(limits.wall().minus(begin.elapsed()).toMillis(), 1, TICK_MILLIS);
    }
  }

  private static Limit watch(Process process, Tree tree, Streams streams, Watched watched)
      throws InterruptedException {
    while (!process.waitFor(watched.tickMillis(), TimeUnit.MILLISECONDS)) {
      TreeUse use = watched.begin().without(tree.use());
      if (streams.overflowed()) {
        return Limit.OUTPUT;
      }
      if (use.outOfMemory() || use.memoryBytes() > watched.limits().memoryBytes()) {
        return Limit.MEMORY;
      }
      if (use.cpu().compareTo(watched.limits().cpu()) > 0) {
        return Limit.CPU;
      }
      if (watched.wallReached()) {
        return Limit.WALL;
      }
    }
    return streams.overflowed() ? Limit.OUTPUT : Limit.NONE;
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

  private record Account(String mode, int exit, Limit watched, Duration wall) {
    Execution execution(Streams streams, TreeUse use, Limits limits, Prepared prepared) {
      Limit limit = limit(use, limits);
      String stderr = streams.stderr();
      if (limit == Limit.NONE && !prepared.reachedCommand()) {
        throw new SandboxException(
            ErrorType.EXTERNAL,
            "could not set up the sandbox %s (%s); run hone doctor to see which modes work"
                .formatted(mode, stderr.isBlank() ? "exit code " + exit : stderr.strip()));
      }
      return new Execution(
          exit,
          signal(),
          limit,
          streams.stdout(),
          stderr,
          streams.truncated(),
          wall,
          use.cpu(),
          use.peakMemoryBytes(),
          mode);
    }

    private int signal() {
      return exit > 128 && exit <= 128 + 64 ? exit - 128 : 0;
    }

    private Limit limit(TreeUse use, Limits limits) {
      if (watched != Limit.NONE) {
        return watched;
      }
      if (use.outOfMemory()) {
        return Limit.MEMORY;
      }
      boolean cpuUsed = use.cpu().compareTo(limits.cpu()) >= 0;
      if (signal() == SIGXCPU || (signal() == SIGKILL && cpuUsed)) {
        return Limit.CPU;
      }
      if (signal() == SIGXFSZ) {
        return Limit.FILE_SIZE;
      }
      return exit != 0 && use.outOfProcesses() ? Limit.PROCESSES : Limit.NONE;
    }
  }
}
