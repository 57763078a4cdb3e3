package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A control group of version 2.
///
/// @param folder its folder
record CgroupV2(Path folder) implements Cgroup {
  /// {@return whether groups with limits can be made in a folder and joined from this process's
  /// group, in it or beside them, switching the controllers on for its children if need be}
  static boolean offersLimits(Path parent) {
    // Who moves from one group to another must be let by that above both, too.
    if (!Files.isWritable(parent) || !Files.isWritable(parent.resolve("cgroup.procs"))) {
      return false;
    }
    Path control = parent.resolve("cgroup.subtree_control");
    if (!controls(control)) {
      CgroupFiles.tryWrite(control, "+memory +pids");
    }
    return controls(control);
  }

  /// Switches weights on for the groups in a folder, where it can be done: the kernel refuses all
  /// of a line if it refuses one word, so not together with what must be had.
  static void offerWeights(Path parent) {
    CgroupFiles.tryWrite(parent.resolve("cgroup.subtree_control"), "+cpu");
  }

  private static boolean controls(Path control) {
    List<String> on = List.of(CgroupFiles.read(control).split("\\s+", -1));
    return on.contains("memory") && on.contains("pids");
  }

  static Cgroup make(Path folder) throws IOException {
    return new CgroupV2(Files.createDirectory(folder));
  }

  @Override
  public void limit(Limits limits) throws IOException {
    CgroupFiles.write(folder.resolve("memory.max"), Long.toString(limits.memoryBytes()));
    CgroupFiles.tryWrite(folder.resolve("memory.swap.max"), "0");
    CgroupFiles.tryWrite(folder.resolve("memory.oom.group"), "1");
    CgroupFiles.write(
        folder.resolve("pids.max"), Integer.toString(limits.processes() + CgroupV1.OWN_PROCESSES));
  }

  @Override
  public List<Path> joinFiles() {
    return List.of(folder.resolve("cgroup.procs"));
  }

  @Override
  public void weigh(boolean low) {
    CgroupFiles.tryWrite(folder.resolve("cpu.weight"), low ? "25" : "100");
  }

  @Override
  public TreeUse use() {
    long micros = CgroupFiles.named(folder.resolve("cpu.stat"), "usage_usec");
    // Before Linux 5.19 the kernel keeps no peak.
    Path peak = folder.resolve("memory.peak");
    return new TreeUse(
        0,
        CgroupFiles.number(Files.exists(peak) ? peak : folder.resolve("memory.current")),
        Duration.of(micros, ChronoUnit.MICROS),
        TreeUse.reached(
            CgroupFiles.named(folder.resolve("memory.events"), "oom_kill") > 0,
            CgroupFiles.named(folder.resolve("pids.events"), "max") > 0));
  }

  @Override
  public void kill() {
    Path kill = folder.resolve("cgroup.kill");
    if (Files.exists(kill)) {
      CgroupFiles.tryWrite(kill, "1");
    } else {
      // Before Linux 5.14. Frozen first, so that what is missed by one look has not grown by the
      // next; what is frozen can be killed.
      CgroupFiles.tryWrite(folder.resolve("cgroup.freeze"), "1");
      CgroupFiles.killAll(folder.resolve("cgroup.procs"));
    }
  }

  @Override
  public List<Long> members() {
    return CgroupFiles.members(folder.resolve("cgroup.procs"));
  }

  @Override
  public boolean populated() {
    return CgroupFiles.populated(folder.resolve("cgroup.procs"));
  }

  @Override
  public void close() {
    CgroupFiles.remove(folder);
  }
}
