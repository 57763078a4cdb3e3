package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A tree known by descent, for an ordinary user without namespaces: the started process and what
/// descends from it, and the orphans that Hone adopted with what descends from them.
public final class DescendantTree implements Tree {
  private final Process process;
  private final Orphans orphans;
  private final TreeMeter meter;

  /// Makes a tree.
  ///
  /// @param process the started process
  /// @param orphans Hone's adopted children, all of this job
  /// @param limits the job's limits
  public DescendantTree(Process process, Orphans orphans, Limits limits) {
    this.process = process;
    this.orphans = orphans;
    this.meter = new TreeMeter(limits, 0, () -> 0, ProcessMemory.ofMachine());
  }

  @Override
  public synchronized TreeUse use() {
    return meter.read(process.isAlive() ? members() : List.of());
  }

  @Override
  public void kill() {
    var _ = process.toHandle().destroyForcibly();
    List<ProcFiles.Stat> members = members();
    orphans.killGroups(members);
    members.forEach(s -> ProcessHandle.of(s.pid()).ifPresent(ProcessHandle::destroyForcibly));
  }

  @Override
  public boolean alive() {
    boolean alive = !members().isEmpty();
    orphans.bury();
    return alive;
  }

  private List<ProcFiles.Stat> members() {
    List<ProcFiles.Stat> roots = new ArrayList<>(orphans.running());
    // Java buries it as soon as it ends, and then the id may be another's.
    roots.addAll(process.isAlive() ? ProcFiles.stat(process.pid()) : List.of());
    return roots.stream()
        .flatMap(root -> Stream.of(ProcFiles.tree(root.pid())))
        .flatMap(List::stream)
        .filter(ProcFiles.Stat::running)
        .distinct()
        .toList();
  }
}
