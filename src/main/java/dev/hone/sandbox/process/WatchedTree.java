package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.util.List;
import java.util.Set;

/// A tree below the helper, which is the parent of every orphan in it, kills all of it when it is
/// asked to, and ends only after all of it has.
public final class WatchedTree implements Tree {
  private static final long PATIENCE_NANOS = 2_000_000_000;

  private final Process helper;
  private final Limits limits;
  private final TreeMeter meter;
  private volatile long askedAt;

  /// Makes a tree.
  ///
  /// @param helper the started helper
  /// @param limits the job's limits
  public WatchedTree(Process helper, Limits limits) {
    this.helper = helper;
    this.limits = limits;
    // The helper itself is in it.
    this.meter = new TreeMeter(limits, 1, () -> 0, ProcessMemory.ofMachine());
  }

  @Override
  public TreeUse use() {
    return meter.read(members());
  }

  /// The kernel counts all that the user runs, and not one tree.
  @Override
  public Set<Limit> exceeded() {
    long threads = members().stream().mapToLong(ProcFiles.Stat::threads).sum();
    return threads - 1 > limits.processes() ? Set.of(Limit.PROCESSES) : Set.of();
  }

  @Override
  public void kill() {
    if (askedAt == 0) {
      askedAt = System.nanoTime();
    }
    // The helper must outlive its tree: what it leaves would be the machine's.
    var _ = helper.toHandle().destroy();
    if (System.nanoTime() - askedAt > PATIENCE_NANOS) {
      members().reversed().stream()
          .flatMap(s -> ProcessHandle.of(s.pid()).stream())
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public boolean alive() {
    return helper.isAlive();
  }

  private List<ProcFiles.Stat> members() {
    return helper.isAlive() ? ProcFiles.tree(helper.pid()) : List.of();
  }
}
