package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// User ids for jobs, one job at a time for each, shared by all of root's programs on one machine
/// through a file of which each slot locks one byte. The kernel gives a lock back when its holder
/// ends in any way. Safe for use by several threads.
public final class Slots {
  private static final int FIRST_UID = 60_001;
  private static final int COUNT = 256;

  private final Path folder;
  private final Residue residue;
  private @Nullable FileChannel opened;

  /// Makes a pool.
  ///
  /// @param folder where the file of locks lies; made if it is not there
  /// @param residue keeps the file open until the virtual machine ends
  public Slots(Path folder, Residue residue) {
    this.folder = folder;
    this.residue = residue;
  }

  /// {@return a free slot}
  ///
  /// @throws SandboxException if all are taken or the file of locks cannot be made
  public Slot take() {
    try {
      FileChannel channel = channel();
      for (int i = 0; i < COUNT; i++) {
        Optional<FileLock> lock = lock(channel, i);
        if (lock.isPresent()) {
          return new Slot(FIRST_UID + i, lock.get());
        }
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

  // Never closed before the end: when a program closes a file, the kernel gives back all its locks
  // on it, those taken through other channels too. Held by the residue, it is not collected either.
  private synchronized FileChannel channel() throws IOException {
    FileChannel channel = opened;
    if (channel == null) {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve("slots"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileChannel kept = channel;
      residue.addLast(() -> close(kept));
      opened = channel;
    }
    return channel;
  }

  private static Optional<FileLock> lock(FileChannel channel, int place) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(place, 1, false));
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this program.
      return Optional.empty();
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One user id, held until closed.
  ///
  /// @param uid the user and group id
  /// @param lock keeps others from it
  public record Slot(int uid, FileLock lock) implements AutoCloseable {
    @Override
    public void close() {
      try {
        lock.release();
      } catch (IOException e) {
        throw new UncheckedIOException("could not give back sandbox slot " + uid, e);
      }
    }
  }
}
