package dev.hone.runlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Locks of the runs that are at work, which the system gives up with their process. Each is on a
/// file that is named for the run and the process: a process that closes any channel of a file
/// gives up all its locks on it, so it must never open one of its own to see whether it is locked.
/// Used only by one process at a time, and by one thread.
final class RunLocks {
  private final Path folder;
  private final String process;
  private final Map<String, FileChannel> held = new HashMap<>();

  /// Makes locks of which none is held.
  ///
  /// @param folder where the files are, which is made when it is first needed
  RunLocks(Path folder) {
    this.folder = folder;
    ProcessHandle own = ProcessHandle.current();
    // the number alone may be that of another process in another container
    this.process = own.pid() + "-" + own.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
  }

  /// {@return whether the run is locked from here on: false where it is by anybody}
  boolean take(String runId) throws IOException {
    Files.createDirectories(folder);
    Path own = file(runId);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, runId + ".*")) {
      for (Path file : files) {
        if (file.equals(own) || isLocked(file)) {
          return false;
        }
        Files.deleteIfExists(file);
      }
    }
    FileChannel channel =
        FileChannel.open(own, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean _ = channel.lock().isValid();
    held.put(runId, channel);
    return true;
  }

  /// Gives up a lock, and its file with it.
  void letGo(String runId) throws IOException {
    FileChannel channel = held.remove(runId);
    if (channel != null) {
      try (channel) {
        Files.deleteIfExists(file(runId));
      }
    }
  }

  /// Gives up every lock.
  void letGoOfAll() throws IOException {
    for (String run : List.copyOf(held.keySet())) {
      letGo(run);
    }
  }

  private Path file(String runId) {
    return folder.resolve(runId + "." + process);
  }

  // The file of a process that was killed stays, without its lock.
  private static boolean isLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (NoSuchFileException _) {
      return false;
    }
  }
}
