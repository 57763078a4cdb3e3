package dev.hone.sandbox.launcher;

/// What the system call filter permits beyond what it always does.
///
/// @param inetSockets whether sockets may be made: internet, Unix and routing ones; only right
///   inside a network namespace of its own. Otherwise only connected pairs of Unix stream sockets
///   can be made
/// @param sharedMemory whether memfd_create and System V objects are there; only right where a
///   cgroup counts them, and without effect where there is no network namespace, as then there is
///   none of such objects either and they would be the machine's
public record SeccompPolicy(boolean inetSockets, boolean sharedMemory) {}
