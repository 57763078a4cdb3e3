package dev.hone.sandbox.process;

import java.time.Duration;
import java.util.List;

/// Adds up what the processes of a tree use, and remembers the most.
final class TreeMeter {

  private final long memoryBytes;
  private long peak;
  private long ticks;

  TreeMeter(long memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  TreeUse read(List<ProcFiles.Stat> tree) {
    ticks = Math.max(ticks, tree.stream().mapToLong(ProcFiles.Stat::ticks).sum());
    long now = tree.stream().mapToLong(s -> ProcFiles.memoryBytes(s.pid())).sum();
    if (now > memoryBytes) {
      // Pages shared after a fork were counted once for each process. The exact count costs more,
      // so it is taken only here; what cannot be read keeps the first count.
      long share = tree.stream().mapToLong(s -> ProcFiles.shareBytes(s.pid())).sum();
      now = share > 0 ? share : now;
    }
    peak = Math.max(peak, now);
    return new TreeUse(
        now, peak, Duration.ofMillis(ticks * ProcFiles.MILLIS_PER_TICK), false, false);
  }
}
