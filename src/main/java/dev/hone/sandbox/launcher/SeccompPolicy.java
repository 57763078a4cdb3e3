package dev.hone.sandbox.launcher;

/// What the system call filter permits beyond what it always does.
///
/// @param inetSockets whether sockets may be made: internet, Unix and routing ones; only right
///   inside a network namespace of its own. Otherwise only connected pairs of Unix stream sockets
///   can be made
/// @param sharedMemory whether memfd_create and System V objects are there; only right where a
///   cgroup counts them, and without effect where there is no network namespace, as then there is
///   none of such objects either and they would be the machine's
/// @param truncation whether files may be cut by their name; not right where nothing but a Landlock
///   that does not know of it keeps the files of others
public record SeccompPolicy(boolean inetSockets, boolean sharedMemory, boolean truncation) {
  /// Makes a policy under which files may be cut by their name.
  ///
  /// @param inetSockets whether sockets may be made
  /// @param sharedMemory whether memfd_create and System V objects are there
  public SeccompPolicy(boolean inetSockets, boolean sharedMemory) {
    this(inetSockets, sharedMemory, true);
  }
}
