package dev.hone.sandbox.process;

import java.time.Duration;

/// What a process tree has used so far.
///
/// @param memoryBytes memory at this moment, in bytes, or 0 where the kernel enforces the limit
/// @param peakMemoryBytes most memory at one time, in bytes, or 0 where unknown
/// @param cpu processor time of the whole tree, or zero where unknown
/// @param outOfMemory whether the kernel killed a process of the tree for the tree's memory
/// @param outOfProcesses whether a fork was refused for the tree's number of processes
public record TreeUse(
    long memoryBytes,
    long peakMemoryBytes,
    Duration cpu,
    boolean outOfMemory,
    boolean outOfProcesses) {
  /// {@return the same with another processor time}
  ///
  /// @param other processor time of the whole tree
  public TreeUse withCpu(Duration other) {
    return new TreeUse(memoryBytes, peakMemoryBytes, other, outOfMemory, outOfProcesses);
  }

  /// {@return nothing known}
  public static TreeUse unknown() {
    return new TreeUse(0, 0, Duration.ZERO, false, false);
  }
}
