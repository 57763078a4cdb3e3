package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// User ids for jobs, one job at a time for each, shared by all of root's programs on one machine
/// through file locks. The kernel gives a lock back when its holder ends in any way. Safe for use
/// by several threads.
public final class Slots {
  private static final int FIRST_UID = 60_001;
  private static final int COUNT = 256;

  private final Path folder;

  /// Makes a pool.
  ///
  /// @param folder where the lock files lie; made if it is not there
  public Slots(Path folder) {
    this.folder = folder;
  }

  /// {@return a free slot}
  ///
  /// @throws SandboxException if all are taken or the lock files cannot be made
  public Slot take() {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < COUNT; i++) {
        FileChannel channel =
            FileChannel.open(
                folder.resolve("slot-" + i), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel)) {
          return new Slot(FIRST_UID + i, channel);
        }
        channel.close();
      }
    } catch (IOException e) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not lock a sandbox slot in %s; make that folder writable".formatted(folder),
          e);
    }
    throw new SandboxException(
        ErrorType.INSUFFICIENT_RESOURCES,
        "all %d sandbox slots of this machine are taken; wait for other runs to end"
            .formatted(COUNT));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this program.
      return false;
    }
  }

  /// One user id, held until closed.
  ///
  /// @param uid the user and group id
  /// @param channel holds the lock
  public record Slot(int uid, FileChannel channel) implements AutoCloseable {
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("could not give back sandbox slot " + uid, e);
      }
    }
  }
}
