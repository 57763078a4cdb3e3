package dev.hone.sandbox.launcher;

import dev.hone.sandbox.Limits;
import java.nio.file.Path;
import java.util.List;

/// What the launcher leaves to the command.
///
/// @param limits what the command may use; wall time, disk and output are left to the caller
/// @param workFolder the folder it starts in and may write to, absolute
/// @param readable files and folders outside the system's own that it may read and execute; those
///   that do not exist are left out. `/proc` is not readable unless it is here
/// @param writable further folders that it may write to, each private to this run
/// @param user the number of the user and group to become, which takes root; 0 to stay what it is
/// @param seccomp what the system call filter permits
/// @param landlock whether Landlock keeps it to the folders above; only without it where namespaces
///   show nothing else, and then the folders are not looked at
public record LauncherPolicy(
    Limits limits,
    Path workFolder,
    List<Path> readable,
    List<Path> writable,
    int user,
    SeccompPolicy seccomp,
    boolean landlock) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if the work folder is not absolute or the user is negative
  public LauncherPolicy {
    readable = List.copyOf(readable);
    writable = List.copyOf(writable);
    if (!workFolder.isAbsolute() || user < 0) {
      throw new IllegalArgumentException("not a work folder and user: " + workFolder + ", " + user);
    }
  }

  /// Makes a policy that Landlock holds.
  ///
  /// @param limits what the command may use
  /// @param workFolder the folder it starts in and may write to, absolute
  /// @param readable files and folders outside the system's own that it may read and execute
  /// @param writable further folders that it may write to
  /// @param user the number of the user and group to become; 0 to stay what it is
  /// @param seccomp what the system call filter permits
  public LauncherPolicy(
      Limits limits,
      Path workFolder,
      List<Path> readable,
      List<Path> writable,
      int user,
      SeccompPolicy seccomp) {
    this(limits, workFolder, readable, writable, user, seccomp, true);
  }
}
