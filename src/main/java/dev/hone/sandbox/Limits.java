package dev.hone.sandbox;

import java.time.Duration;

/// What one command in the sandbox may use. Each limit has its own {@link Limit}.
///
/// @param wall time by the clock, above 0
/// @param cpu processor time of the whole tree, above 0
/// @param memoryBytes memory of the whole process tree, in bytes
/// @param processes processes and threads at one time
/// @param openFiles open files of one process
/// @param fileBytes the size of one file written, in bytes
/// @param diskBytes the size of the work folder, in bytes
/// @param outputBytes standard output and standard error together, in bytes
public record Limits(
    Duration wall,
    Duration cpu,
    long memoryBytes,
    int processes,
    int openFiles,
    long fileBytes,
    long diskBytes,
    long outputBytes) {
  /// Checks that every limit is above 0.
  ///
  /// @throws IllegalArgumentException if one is not
  public Limits {
    if (!wall.isPositive()
        || !cpu.isPositive()
        || memoryBytes <= 0
        || processes <= 0
        || openFiles <= 0
        || fileBytes <= 0
        || diskBytes <= 0
        || outputBytes <= 0) {
      throw new IllegalArgumentException("every limit must be above 0: " + this);
    }
  }

  /// {@return 30 s by the clock and of processor time, 1 GiB of memory, 64 processes, 256 open
  /// files, 64 MiB a file, 256 MiB of work folder, 1 MiB of output}
  public static Limits defaults() {
    return new Limits(
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        1L << 30,
        64,
        256,
        64L << 20,
        256L << 20,
        1L << 20);
  }

  /// {@return these limits with another time, for the clock and the processor alike}
  ///
  /// @param time above 0
  public Limits withTime(Duration time) {
    return new Limits(
        time, time, memoryBytes, processes, openFiles, fileBytes, diskBytes, outputBytes);
  }

  /// {@return these limits with another number of processes}
  ///
  /// @param count processes and threads at one time, above 0
  public Limits withProcesses(int count) {
    return new Limits(wall, cpu, memoryBytes, count, openFiles, fileBytes, diskBytes, outputBytes);
  }

  /// {@return these limits with another memory}
  ///
  /// @param bytes memory of the whole process tree, above 0
  public Limits withMemory(long bytes) {
    return new Limits(wall, cpu, bytes, processes, openFiles, fileBytes, diskBytes, outputBytes);
  }
}
