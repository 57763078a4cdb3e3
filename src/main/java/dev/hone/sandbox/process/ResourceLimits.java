package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.util.List;

/// The kernel's limits on single processes.
///
/// @param limits the job's limits
/// @param grouped whether a control group holds memory and processes
/// @param ownProcesses processes of the sandbox itself that count as the job's
public record ResourceLimits(Limits limits, boolean grouped, int ownProcesses) {
  private static final long STACK_BYTES = 16L << 20;
  private static final long DEAD = 200;
  private static final long LOCKED_BYTES = 64L << 10;

  /// {@return the arguments of `prlimit` that run another command under these limits}
  public List<String> command() {
    return List.of(
        Tools.path("prlimit"),
        both("nproc", processes()),
        both("fsize", limits.fileBytes()),
        both("nofile", limits.openFiles()),
        both("core", 0),
        "--cpu=%d:%d".formatted(cpuSeconds(), cpuSeconds() + 1),
        both("data", dataBytes()),
        both("stack", STACK_BYTES),
        both("memlock", LOCKED_BYTES),
        both("msgqueue", LOCKED_BYTES),
        "--");
  }

  /// {@return the job's limits with those on memory and processes as one process is given them}
  public Limits ofEachProcess() {
    return limits.withMemory(dataBytes()).withProcesses(Math.toIntExact(processes()));
  }

  /// Where a group counts, it must be the first to refuse, as only it tells that it did. The kernel
  /// also counts dead processes of the same user that the machine's first process has yet to bury.
  private long processes() {
    return limits.processes() + ownProcesses + (grouped ? DEAD : 0L);
  }

  /// The tree's processor time is watched; this is for a process that outruns the watch.
  private long cpuSeconds() {
    return limits.cpu().plusMillis(1999).toSeconds();
  }

  /// Above the tree's limit, so that reaching that one is seen from outside and named, and not an
  /// allocation that fails inside.
  private long dataBytes() {
    return limits.memoryBytes() * (grouped ? 4 : 2);
  }

  private static String both(String name, long value) {
    return "--%s=%d:%d".formatted(name, value, value);
  }
}
