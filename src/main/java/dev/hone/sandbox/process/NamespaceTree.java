package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// A tree held by a process-id namespace: when its first process ends, the kernel ends the rest.
/// Its use is read from /proc, so limits on memory and processor time are watched, not enforced by
/// the kernel.
public final class NamespaceTree implements Tree {
  /// The one outside that waits for the box, and the box's first.
  private static final int OWN_PROCESSES = 2;

  private final Process process;
  private final Supplier<OptionalLong> first;
  private final TreeMeter meter;

  /// Makes a tree.
  ///
  /// @param process the started process
  /// @param first the id of the namespace's first process as seen from here, once it is known
  /// @param limits the job's limits
  /// @param storage the folders that the job may write to, which are memory
  public NamespaceTree(
      Process process, Supplier<OptionalLong> first, Limits limits, Storage storage) {
    this.process = process;
    this.first = first;
    this.meter =
        new TreeMeter(limits, OWN_PROCESSES, storage::memoryBytes, ProcessMemory.ofMachine());
  }

  @Override
  public TreeUse use() {
    return meter.read(process.isAlive() ? ProcFiles.tree(process.pid()) : List.of());
  }

  @Override
  public void kill() {
    var _ = process.toHandle().destroyForcibly();
    first.get().ifPresent(NamespaceTree::killFirst);
  }

  @Override
  public boolean alive() {
    OptionalLong pid = first.get();
    return pid.isPresent() && isFirst(pid.getAsLong());
  }

  private static void killFirst(long pid) {
    if (isFirst(pid)) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// A later process may have got the id, so it must still be the first of a namespace below ours.
  private static boolean isFirst(long pid) {
    return ProcFiles.stat(pid).stream().anyMatch(ProcFiles.Stat::running)
        && ProcFiles.namespaceIds(pid).endsWith("\t1");
  }
}
