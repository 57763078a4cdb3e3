package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// What a process tree has used so far.
///
/// @param memoryBytes memory at this moment, in bytes, or 0 where the kernel enforces the limit
/// @param peakMemoryBytes most memory at one time, in bytes, or 0 where unknown
/// @param cpu processor time of the whole tree, or zero where unknown
/// @param reached the limits that the tree was up to at one time, so that what went beyond was
///   refused: memory only where the kernel killed a process for it
public record TreeUse(long memoryBytes, long peakMemoryBytes, Duration cpu, Set<Limit> reached) {
  /// Copies the set.
  public TreeUse {
    reached = Set.copyOf(reached);
  }

  /// {@return whether the kernel killed a process of the tree for the tree's memory}
  public boolean outOfMemory() {
    return reached.contains(Limit.MEMORY);
  }

  /// {@return the same with another processor time}
  ///
  /// @param other processor time of the whole tree
  public TreeUse withCpu(Duration other) {
    return new TreeUse(memoryBytes, peakMemoryBytes, other, reached);
  }

  /// {@return the same with further limits that were reached}
  ///
  /// @param others the limits
  public TreeUse withReached(Set<Limit> others) {
    Set<Limit> all = EnumSet.noneOf(Limit.class);
    all.addAll(reached);
    all.addAll(others);
    return new TreeUse(memoryBytes, peakMemoryBytes, cpu, all);
  }

  /// {@return nothing known}
  public static TreeUse unknown() {
    return new TreeUse(0, 0, Duration.ZERO, Set.of());
  }

  /// {@return the limits of which a control group tells}
  static Set<Limit> reached(boolean memory, boolean processes) {
    Set<Limit> reached = EnumSet.noneOf(Limit.class);
    if (memory) {
      reached.add(Limit.MEMORY);
    }
    if (processes) {
      reached.add(Limit.PROCESSES);
    }
    return reached;
  }
}
