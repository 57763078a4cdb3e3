package dev.hone.sandbox.launcher;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;

/// This process as the parent of its descendants' orphans: a process below it whose own parent ends
/// becomes its child, and not the child of the machine's first process. Java waits only for what it
/// started, so the others have to be buried here. Safe for use by several threads.
public final class Adoption {
  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int WNOHANG = 1;
  private static final int SIGKILL = 9;

  private final Kernel kernel;

  private Adoption(Kernel kernel) {
    this.kernel = kernel;
  }

  /// {@return the adoption, from now until this process ends}
  ///
  /// @throws SandboxException if the system is not Linux on a known processor
  public static Adoption begin() {
    try {
      Kernel kernel =
          new Kernel(
              Architecture.current()
                  .orElseThrow(
                      () -> new LaunchFailure("this is not Linux on x86-64 or aarch64", 0)));
      kernel.require("PR_SET_CHILD_SUBREAPER", SystemCall.PRCTL, PR_SET_CHILD_SUBREAPER, 1);
      return new Adoption(kernel);
    } catch (LaunchFailure e) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not become the parent of orphans (%s); use another sandbox mode"
              .formatted(e.getMessage()),
          e);
    }
  }

  /// Waits for a child that has ended. Does nothing if it has not.
  ///
  /// @param pid an adopted child, never one that Java started
  public synchronized void bury(long pid) {
    kernel.call(SystemCall.WAIT4, pid, 0, WNOHANG, 0);
  }

  /// Kills a process group in one step, so that no member forks itself out of it meanwhile.
  ///
  /// @param group the group, above 1
  public synchronized void killGroup(long group) {
    kernel.call(SystemCall.KILL, -group, SIGKILL, 0, 0);
  }
}
