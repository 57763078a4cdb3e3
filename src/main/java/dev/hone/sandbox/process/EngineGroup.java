package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the control group that an engine made for a container. It is looked at and never changed:
/// the engine removes it.
final class EngineGroup {
  private EngineGroup() {}

  /// {@return the group of a process, or empty where it has none but Hone's own}
  ///
  /// @param pid the process
  static Optional<Cgroup> of(long pid) {
    return of(Path.of("/proc/self"), Path.of("/proc", Long.toString(pid)));
  }

  static Optional<Cgroup> of(Path self, Path process) {
    try {
      List<CgroupMount> own = CgroupMount.all(self);
      Map<String, Path> folders = new HashMap<>();
      for (CgroupMount mount : CgroupMount.all(self, process)) {
        if (own.contains(mount) || !Files.isDirectory(mount.own())) {
          continue;
        }
        if (mount.controllers().isEmpty() && Files.exists(mount.own().resolve("memory.max"))) {
          return Optional.of(new CgroupV2(mount.own()));
        }
        mount.controllers().forEach(controller -> folders.put(controller, mount.own()));
      }
      return folders.keySet().containsAll(Set.of("memory", "pids"))
          ? Optional.of(new CgroupV1(folders))
          : Optional.empty();
    } catch (IOException e) {
      // The process has ended.
      return Optional.empty();
    }
  }

  /// {@return what a group's limits say, where its engine removes it with its last process}
  ///
  /// @param last what the group told when it was last looked at
  /// @param killed whether the command was killed, and not by Hone
  /// @param memoryBytes the limit
  static Set<Limit> atTheEnd(TreeUse last, boolean killed, long memoryBytes) {
    Set<Limit> reached = EnumSet.noneOf(Limit.class);
    reached.addAll(last.reached());
    // The kernel's own word went with the group. Nobody else kills a command that is this near.
    if (killed && last.peakMemoryBytes() > memoryBytes / 8 * 7) {
      reached.add(Limit.MEMORY);
    }
    return reached;
  }
}
