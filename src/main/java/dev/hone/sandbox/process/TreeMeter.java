package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/// Adds up what the processes of a tree use, and remembers the most.
final class TreeMeter {
  private static final long FILES_NANOS = 15_000_000;

  private final Limits limits;
  private final int ownProcesses;
  private final LongSupplier storedBytes;
  private final ProcessMemory memory;
  private final SocketMemory sockets;
  private final Set<Limit> reached = EnumSet.noneOf(Limit.class);
  private long filesNext = System.nanoTime();
  private long sent;
  private long peak;
  private long ticks;

  /// Makes a meter.
  ///
  /// @param limits the job's limits
  /// @param ownProcesses processes of the sandbox itself that are in the tree
  /// @param storedBytes memory that files of the tree take
  /// @param memory tells of single processes
  TreeMeter(Limits limits, int ownProcesses, LongSupplier storedBytes, ProcessMemory memory) {
    this.limits = limits;
    this.ownProcesses = ownProcesses;
    this.storedBytes = storedBytes;
    this.memory = memory;
    this.sockets = new SocketMemory(memory.proc());
  }

  TreeUse read(List<ProcFiles.Stat> tree) {
    ticks = Math.max(ticks, tree.stream().mapToLong(ProcFiles.Stat::ticks).sum());
    lookAtFiles(tree);
    long now = bytes(tree) + sent;
    peak = Math.max(peak, now);
    long threads =
        tree.stream().filter(ProcFiles.Stat::running).mapToLong(ProcFiles.Stat::threads).sum();
    if (threads - ownProcesses >= limits.processes()) {
      reached.add(Limit.PROCESSES);
    }
    return new TreeUse(now, peak, Duration.ofMillis(ticks * ProcFiles.MILLIS_PER_TICK), reached);
  }

  /// Not at every look: those on memory can follow each other closely.
  private void lookAtFiles(List<ProcFiles.Stat> tree) {
    long now = System.nanoTime();
    if (now - filesNext < 0) {
      return;
    }
    filesNext = now + FILES_NANOS;
    sent = sockets.bytes(tree, limits.memoryBytes());
    if (tree.stream().anyMatch(s -> memory.openFiles(s.pid()) >= limits.openFiles())) {
      reached.add(Limit.FILES);
    }
  }

  private long bytes(List<ProcFiles.Stat> tree) {
    long stored = storedBytes.getAsLong();
    long now = stored;
    long largest = 0;
    for (ProcFiles.Stat each : tree) {
      long bytes = memory.bytes(each.pid());
      now += bytes;
      largest = Math.max(largest, bytes);
    }
    // Of one process nothing was counted twice.
    if (now <= limits.memoryBytes() || largest > limits.memoryBytes()) {
      return now;
    }
    // Pages shared after a fork were counted once for each process, and mapped files of the box's
    // own as files too. The exact count costs more, so it is taken only here; what cannot be read
    // keeps the first count.
    long share = tree.stream().mapToLong(s -> memory.shareBytes(s.pid())).sum();
    if (share == 0) {
      return now;
    }
    // At most the smaller of the two can be in the other. What that decides is not looked at more
    // closely, as that takes longest and the tree grows meanwhile.
    if (Math.max(stored, share) > limits.memoryBytes() || stored + share <= limits.memoryBytes()) {
      return stored + share;
    }
    long mapped = tree.stream().mapToLong(s -> memory.mappedBytes(s.pid())).sum();
    return stored + share - Math.min(mapped, Math.min(stored, share));
  }
}
