package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.util.List;

/// A tree known by a user id that no other process has. A process cannot leave it, as changing the
/// id takes root. Every look at it is a look at all processes of the machine.
public final class UserTree implements Tree {
  private final Process process;
  private final int uid;
  private final TreeMeter meter;

  /// Makes a tree.
  ///
  /// @param process the started process, root until it has become that user
  /// @param uid the user id
  /// @param limits the job's limits
  public UserTree(Process process, int uid, Limits limits) {
    this.process = process;
    this.uid = uid;
    this.meter = new TreeMeter(limits, 0, () -> 0, ProcessMemory.ofMachine());
  }

  @Override
  public TreeUse use() {
    return meter.read(process.isAlive() ? members() : List.of());
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

  private List<ProcFiles.Stat> members() {
    return ProcFiles.all().stream()
        .filter(ProcFiles.Stat::running)
        .filter(s -> ProcFiles.status(s.pid(), "Uid") == uid)
        .toList();
  }
}
