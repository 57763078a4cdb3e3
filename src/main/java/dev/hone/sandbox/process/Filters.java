package dev.hone.sandbox.process;

/// How many system call filters processes are under. A process inherits its parent's and can add
/// its own, but can never shed one.
public final class Filters {
  private Filters() {}

  /// {@return whether a process is under more filters than Hone itself, as only one behind the
  /// launcher or one that made its own is}
  ///
  /// @param pid its id; a process that is gone is under none
  public static boolean added(long pid) {
    return count(pid) > count(ProcessHandle.current().pid());
  }

  private static long count(long pid) {
    return ProcFiles.status(pid, "Seccomp_filters");
  }
}
