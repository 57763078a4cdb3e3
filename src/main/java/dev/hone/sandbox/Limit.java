package dev.hone.sandbox;

/// Which limit ended a command.
public enum Limit {
  /// None: it ended by itself.
  NONE(""),
  /// Time by the clock.
  WALL("wall"),
  /// Processor time.
  CPU("cpu"),
  /// Memory of the tree.
  MEMORY("memory"),
  /// Bytes of standard output and error.
  OUTPUT("output"),
  /// Processes and threads.
  PROCESSES("processes"),
  /// Open files.
  FILES("files"),
  /// The size of one file.
  FILE_SIZE("fileSize"),
  /// The size of the work folder, or of another folder that the command may write to.
  DISK("disk"),
  /// Files and folders in the work folder, or in another folder that the command may write to.
  INODES("inodes");

  private final String id;

  Limit(String id) {
    this.id = id;
  }

  /// {@return the name used in data; empty for {@link #NONE}}
  public String id() {
    return id;
  }
}
