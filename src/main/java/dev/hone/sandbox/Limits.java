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
/// @param inodes files and folders in the work folder
/// @param outputBytes standard output and standard error together, in bytes
public record Limits(
    Duration wall,
    Duration cpu,
    long memoryBytes,
    int processes,
    int openFiles,
    long fileBytes,
    long diskBytes,
    int inodes,
    long outputBytes) {
  private static final int INODES = 20_000;

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
        || inodes <= 0
        || outputBytes <= 0) {
      throw new IllegalArgumentException("every limit must be above 0: " + this);
    }
  }

  /// Makes limits with 20,000 files and folders in the work folder.
  ///
  /// @param wall time by the clock, above 0
  /// @param cpu processor time of the whole tree, above 0
  /// @param memoryBytes memory of the whole process tree, in bytes
  /// @param processes processes and threads at one time
  /// @param openFiles open files of one process
  /// @param fileBytes the size of one file written, in bytes
  /// @param diskBytes the size of the work folder, in bytes
  /// @param outputBytes standard output and standard error together, in bytes
  public Limits(
      Duration wall,
      Duration cpu,
      long memoryBytes,
      int processes,
      int openFiles,
      long fileBytes,
      long diskBytes,
      long outputBytes) {
    this(wall, cpu, memoryBytes, processes, openFiles, fileBytes, diskBytes, INODES, outputBytes);
  }

  /// {@return 30 s by the clock and of processor time, 1 GiB of memory, 64 processes, 256 open
  /// files, 64 MiB a file, 256 MiB and 20,000 files of work folder, 1 MiB of output}
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

  /// {@return the size of a writable folder that is kept in memory, in bytes: that of the work
  /// folder, but no more than all memory}
  public long folderBytesInMemory() {
    return Math.min(diskBytes, memoryBytes);
  }

  /// {@return these limits with another time, for the clock and the processor alike}
  ///
  /// @param time above 0
  public Limits withTime(Duration time) {
    return withWall(time).withCpu(time);
  }

  /// {@return these limits with another time by the clock}
  ///
  /// @param time above 0
  public Limits withWall(Duration time) {
    return new Limits(
        time, cpu, memoryBytes, processes, openFiles, fileBytes, diskBytes, inodes, outputBytes);
  }

  /// {@return these limits with another processor time}
  ///
  /// @param time above 0
  public Limits withCpu(Duration time) {
    return new Limits(
        wall, time, memoryBytes, processes, openFiles, fileBytes, diskBytes, inodes, outputBytes);
  }

  /// {@return these limits with another memory}
  ///
  /// @param bytes memory of the whole process tree, above 0
  public Limits withMemory(long bytes) {
    return new Limits(
        wall, cpu, bytes, processes, openFiles, fileBytes, diskBytes, inodes, outputBytes);
  }

  /// {@return these limits with another number of processes}
  ///
  /// @param count processes and threads at one time, above 0
  public Limits withProcesses(int count) {
    return new Limits(
        wall, cpu, memoryBytes, count, openFiles, fileBytes, diskBytes, inodes, outputBytes);
  }

  /// {@return these limits with another number of open files}
  ///
  /// @param count open files of one process, above 0
  public Limits withOpenFiles(int count) {
    return new Limits(
        wall, cpu, memoryBytes, processes, count, fileBytes, diskBytes, inodes, outputBytes);
  }

  /// {@return these limits with another size of one file}
  ///
  /// @param bytes above 0
  public Limits withFileSize(long bytes) {
    return new Limits(
        wall, cpu, memoryBytes, processes, openFiles, bytes, diskBytes, inodes, outputBytes);
  }

  /// {@return these limits with another size of the work folder}
  ///
  /// @param bytes above 0
  public Limits withDisk(long bytes) {
    return new Limits(
        wall, cpu, memoryBytes, processes, openFiles, fileBytes, bytes, inodes, outputBytes);
  }

  /// {@return these limits with another number of files and folders in the work folder}
  ///
  /// @param count above 0
  public Limits withInodes(int count) {
    return new Limits(
        wall, cpu, memoryBytes, processes, openFiles, fileBytes, diskBytes, count, outputBytes);
  }

  /// {@return these limits with another amount of output}
  ///
  /// @param bytes standard output and standard error together, above 0
  public Limits withOutput(long bytes) {
    return new Limits(
        wall, cpu, memoryBytes, processes, openFiles, fileBytes, diskBytes, inodes, bytes);
  }
}
