package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// A control group of version 1: one folder for each controller.
///
/// @param folders controller to folder
record CgroupV1(Map<String, Path> folders) implements Cgroup {
  /// Bubblewrap's two processes, or those of unshare, are in the group too.
  static final int OWN_PROCESSES = 3;

  private static final long FREEZING_NANOS = 20_000_000;

  static Cgroup make(Map<String, Path> parents, String name) throws IOException {
    CgroupV1 group =
        new CgroupV1(
            parents.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().resolve(name))));
    try {
      for (Path folder : group.folders.values()) {
        Files.createDirectories(folder);
      }
      return group;
    } catch (IOException e) {
      group.close();
      throw e;
    }
  }

  @Override
  public void limit(Limits limits) throws IOException {
    String memory = Long.toString(limits.memoryBytes());
    CgroupFiles.write(file("memory", "memory.limit_in_bytes"), memory);
    CgroupFiles.tryWrite(file("memory", "memory.memsw.limit_in_bytes"), memory);
    CgroupFiles.write(
        file("pids", "pids.max"), Integer.toString(limits.processes() + OWN_PROCESSES));
  }

  /// The files of single threads. Who joins has but one, and the kernel lets the writer in at once;
  /// for a whole process it waits for all processors first.
  @Override
  public List<Path> joinFiles() {
    return folders.values().stream().distinct().map(folder -> folder.resolve("tasks")).toList();
  }

  @Override
  public void weigh(boolean low) {
    if (folders.containsKey("cpu")) {
      // Neither nice nor autogroups count between groups.
      CgroupFiles.tryWrite(file("cpu", "cpu.shares"), low ? "256" : "1024");
    }
  }

  @Override
  public TreeUse use() {
    long cpuNanos =
        folders.containsKey("cpuacct") ? CgroupFiles.number(file("cpuacct", "cpuacct.usage")) : 0;
    return new TreeUse(
        0,
        CgroupFiles.number(file("memory", "memory.max_usage_in_bytes")),
        Duration.ofNanos(cpuNanos),
        TreeUse.reached(
            CgroupFiles.named(file("memory", "memory.oom_control"), "oom_kill") > 0,
            CgroupFiles.named(file("pids", "pids.events"), "max") > 0));
  }

  /// Frozen first, so that no process is started between the look at the group and its end. What is
  /// frozen dies when it thaws.
  @Override
  public void kill() {
    Path state = file("freezer", "freezer.state");
    CgroupFiles.tryWrite(state, "FROZEN");
    long start = System.nanoTime();
    while (CgroupFiles.read(state).equals("FREEZING")
        && System.nanoTime() - start < FREEZING_NANOS) {
      LockSupport.parkNanos(FREEZING_NANOS / 100);
    }
    CgroupFiles.killAll(file("pids", "cgroup.procs"));
    CgroupFiles.tryWrite(state, "THAWED");
  }

  @Override
  public List<Long> members() {
    return CgroupFiles.members(file("pids", "cgroup.procs"));
  }

  @Override
  public boolean populated() {
    return CgroupFiles.populated(file("pids", "cgroup.procs"));
  }

  @Override
  public void close() {
    folders.values().forEach(CgroupFiles::remove);
  }

  private Path file(String controller, String name) {
    return folders.getOrDefault(controller, Path.of("/nonexistent")).resolve(name);
  }
}
