package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.util.Set;

/// A tree held by a control group, which no process can leave.
public final class CgroupTree implements Tree {
  private final Process process;
  private final Cgroup group;
  private final Limits limits;
  private final ProcessMemory members = ProcessMemory.ofMachine();
  private boolean outOfFiles;
  private long peak;

  /// Makes a tree.
  ///
  /// @param process the started process
  /// @param group the group it joined
  /// @param limits the job's limits
  public CgroupTree(Process process, Cgroup group, Limits limits) {
    this.process = process;
    this.group = group;
    this.limits = limits;
  }

  @Override
  public TreeUse use() {
    // Of open files a group knows nothing.
    outOfFiles =
        outOfFiles
            || group.members().stream()
                .anyMatch(pid -> members.openFiles(pid) >= limits.openFiles());
    TreeUse use = group.use();
    // A kernel that keeps no peak tells what is used at this moment, which is nothing in the end.
    peak = Math.max(peak, use.peakMemoryBytes());
    return new TreeUse(use.memoryBytes(), peak, use.cpu(), use.reached())
        .withReached(outOfFiles ? Set.of(Limit.FILES) : Set.of());
  }

  @Override
  public void kill() {
    // Through the handle: Process.destroyForcibly would close the streams and lose output.
    var _ = process.toHandle().destroyForcibly();
    group.kill();
  }

  @Override
  public boolean alive() {
    return group.populated();
  }
}
