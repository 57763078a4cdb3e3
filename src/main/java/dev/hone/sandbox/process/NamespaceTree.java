package dev.hone.sandbox.process;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// A tree held by a process-id namespace: when its first process ends, the kernel ends the rest.
/// Its use is read from /proc, so limits on memory and processor time are watched, not enforced by
/// the kernel.
public final class NamespaceTree implements Tree {
  private final Process process;
  private final Supplier<OptionalLong> first;
  private final TreeMeter meter;

  /// Makes a tree.
  ///
  /// @param process the started process
  /// @param first the id of the namespace's first process as seen from here, once it is known
  /// @param memoryBytes the limit above which memory is counted with more care
  public NamespaceTree(Process process, Supplier<OptionalLong> first, long memoryBytes) {
    this.process = process;
    this.first = first;
    this.meter = new TreeMeter(memoryBytes);
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
