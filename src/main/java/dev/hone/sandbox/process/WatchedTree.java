package dev.hone.sandbox.process;

import java.util.List;

/// A tree below the helper, which is the parent of every orphan in it, kills all of it when it is
/// asked to, and ends only after all of it has.
public final class WatchedTree implements Tree {
  private static final long PATIENCE_NANOS = 2_000_000_000;

  private final Process helper;
  private final TreeMeter meter;
  private volatile long askedAt;

  /// Makes a tree.
  ///
  /// @param helper the started helper
  /// @param memoryBytes the limit above which memory is counted with more care
  public WatchedTree(Process helper, long memoryBytes) {
    this.helper = helper;
    this.meter = new TreeMeter(memoryBytes);
  }

  @Override
  public TreeUse use() {
    return meter.read(members());
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
