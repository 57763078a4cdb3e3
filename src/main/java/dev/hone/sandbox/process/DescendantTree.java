package dev.hone.sandbox.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tree known by descent and by its system call filter, for an ordinary user without namespaces.
/// A process whose parent ended is found by the filter, which it cannot shed: it has one more than
/// Hone, and it started after the job did.
public final class DescendantTree implements Tree {
  private final Process process;
  private final TreeMeter meter;
  private final long startedAt;
  private final long ownFilters;
  private final Map<Long, Long> seen = new HashMap<>();

  /// Makes a tree.
  ///
  /// @param process the started process
  /// @param memoryBytes the limit above which memory is counted with more care
  public DescendantTree(Process process, long memoryBytes) {
    this.process = process;
    this.meter = new TreeMeter(memoryBytes);
    this.startedAt =
        ProcFiles.stat(process.pid()).stream()
            .mapToLong(ProcFiles.Stat::startedAt)
            .findFirst()
            .orElse(0);
    this.ownFilters = filters(ProcessHandle.current().pid());
  }

  @Override
  public synchronized TreeUse use() {
    List<ProcFiles.Stat> tree = process.isAlive() ? ProcFiles.tree(process.pid()) : List.of();
    tree.forEach(s -> seen.put(s.pid(), s.startedAt()));
    return meter.read(tree);
  }

  @Override
  public void kill() {
    var _ = process.toHandle().destroyForcibly();
    members().forEach(s -> ProcessHandle.of(s.pid()).ifPresent(ProcessHandle::destroyForcibly));
  }

  @Override
  public boolean alive() {
    return !members().isEmpty();
  }

  private synchronized List<ProcFiles.Stat> members() {
    List<ProcFiles.Stat> members = new ArrayList<>();
    for (ProcFiles.Stat s : ProcFiles.all()) {
      boolean known = Long.valueOf(s.startedAt()).equals(seen.get(s.pid()));
      if (s.running() && (known || s.pid() == process.pid() || isOrphan(s))) {
        members.add(s);
      }
    }
    return members;
  }

  private boolean isOrphan(ProcFiles.Stat s) {
    return s.startedAt() >= startedAt
        && ProcFiles.status(s.pid(), "Uid") == Tools.uid()
        && filters(s.pid()) > ownFilters
        && ProcFiles.status(s.pid(), "NoNewPrivs") == 1;
  }

  private static long filters(long pid) {
    return ProcFiles.status(pid, "Seccomp_filters");
  }
}
