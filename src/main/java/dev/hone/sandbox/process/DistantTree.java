package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A tree that an engine started in a container: what Hone started is the engine's client, which
/// ends after it. When the container's first process ends, the kernel ends the rest.
final class DistantTree implements Tree {
  private static final int SIGKILL = 9;
  private static final long CLIENT_NANOS = TimeUnit.SECONDS.toNanos(4);
  private static final long OVER_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Process client;
  private final FirstProcess first;
  private final Limits limits;
  private final Runnable remove;
  private final TreeMeter meter;
  private final boolean counted;
  private Optional<Cgroup> group = Optional.empty();
  private TreeUse last = TreeUse.unknown();
  private Duration setUp = Duration.ZERO;
  private long endedAt;
  private volatile long killedAt;

  /// Makes a tree.
  ///
  /// @param client the started client
  /// @param first finds the container's first process
  /// @param job the job's limits, and whether the engine holds some by a control group
  /// @param storage the folders that the job may write to, which are memory
  /// @param remove has the engine remove the container, without waiting for it
  DistantTree(Process client, FirstProcess first, Held job, Storage storage, Runnable remove) {
    this.client = client;
    this.first = first;
    this.limits = job.limits();
    this.counted = job.counted();
    this.remove = remove;
    this.meter = new TreeMeter(limits, 1, storage::memoryBytes, ProcessMemory.ofMachine());
  }

  /// The limits of a job.
  ///
  /// @param limits the limits
  /// @param counted whether the engine holds memory and processes by a control group
  record Held(Limits limits, boolean counted) {}

  /// Has what the client used up to now left out, as the watch takes it off what the tree uses.
  void begin() {
    setUp = ProcFiles.cpu(client.pid());
  }

  @Override
  public TreeUse use() {
    var id = first.id();
    List<ProcFiles.Stat> tree =
        id.isPresent() && first.runs() ? ProcFiles.tree(id.getAsLong()) : List.of();
    if (counted && group.isEmpty() && id.isPresent()) {
      group = EngineGroup.of(id.getAsLong());
    }
    TreeUse seen = meter.read(tree);
    if (!tree.isEmpty() && group.isPresent()) {
      TreeUse told = group.get().use();
      last =
          new TreeUse(
              0,
              Math.max(last.peakMemoryBytes(), told.peakMemoryBytes()),
              Duration.ZERO,
              told.withReached(last.reached()).reached());
    }
    Set<Limit> reached =
        EngineGroup.atTheEnd(last, tree.isEmpty() && killed(), limits.memoryBytes());
    return new TreeUse(
        seen.memoryBytes(),
        Math.max(seen.peakMemoryBytes(), last.peakMemoryBytes()),
        seen.cpu().plus(setUp),
        seen.withReached(reached).reached());
  }

  private boolean killed() {
    return killedAt == 0 && !client.isAlive() && client.exitValue() == 128 + SIGKILL;
  }

  /// For a while: a client that does not end is told like a command that does not.
  @Override
  public boolean over() {
    if (!first.gone()) {
      return false;
    }
    if (endedAt == 0) {
      endedAt = System.nanoTime();
    }
    return System.nanoTime() - endedAt < OVER_NANOS;
  }

  /// The client is left some time to hand on the last of the output.
  @Override
  public synchronized void kill() {
    long now = System.nanoTime();
    boolean again = killedAt != 0;
    if (!again) {
      killedAt = now;
    }
    first.id().ifPresent(id -> killFirst(id));
    if (first.id().isEmpty() || now - killedAt > CLIENT_NANOS) {
      var _ = client.toHandle().destroyForcibly();
      remove.run();
    }
  }

  private void killFirst(long id) {
    if (first.runs()) {
      // Refused where it belongs to another user: the engine may do it.
      if (!ProcessHandle.of(id).map(ProcessHandle::destroyForcibly).orElse(true)) {
        remove.run();
      }
    }
  }

  /// {@return whether it was killed, so that something of it may be left with the engine}
  boolean wasKilled() {
    return killedAt != 0;
  }

  @Override
  public boolean alive() {
    return first.runs();
  }
}
