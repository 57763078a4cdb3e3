package dev.hone.sandbox.process;

import java.time.Duration;

/// When a job's own command began, and the processor time that the set-up had taken.
///
/// @param nanos when, by the machine's steady clock
/// @param cpu the processor time of the set-up
record Begin(long nanos, Duration cpu) {
  /// {@return a beginning at this moment}
  ///
  /// @param process the process that will become, or holds, the job's command
  static Begin now(Process process) {
    return new Begin(System.nanoTime(), ProcFiles.cpu(process.pid()));
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  TreeUse without(TreeUse use) {
    Duration rest = use.cpu().minus(cpu);
    return use.withCpu(rest.isNegative() ? Duration.ZERO : rest);
  }
}
