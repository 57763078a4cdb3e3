package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lets one process, and one thread of it, fetch a file at a time. The operating system frees it
/// when its holder dies. The lock file stays: removing it would let two holders lock two files of
/// one name.
final class FetchLock implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final FileChannel channel;

  private FetchLock(FileChannel channel) {
    this.channel = channel;
  }

  /// What is done with a file that nobody else fetches.
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /// {@return what came of a work that fetches a file} Waits until nobody else fetches it.
  ///
  /// @param folder where the file is to be; made if it is not there
  /// @param file the file
  /// @param work the work
  /// @throws ModelException if the disk does not take it
  static <T> T fetching(Path folder, Path file, Progress progress, Work<T> work) {
    try {
      Files.createDirectories(folder);
      try (FetchLock _ = of(file, progress)) {
        return work.run();
      }
    } catch (IOException e) {
      throw new Disk(Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getRoot())
          .failure("fetching " + file.getFileName(), e);
    }
  }

  /// Waits until nobody else fetches that file, or removes it.
  static FetchLock of(Path file, Progress progress) throws IOException {
    String name = String.valueOf(file.getFileName());
    return take(file.resolveSibling(name + ".lock"), name, progress);
  }

  /// Waits until the lock is had, and says so where it must wait.
  static FetchLock take(Path file, String what, Progress progress) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean told = false;
    while (tryLock(channel) == null) {
      if (!told) {
        progress.report(new Event.Stage("another Hone is fetching " + what + "; waiting for it"));
        told = true;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        channel.close();
        throw new ModelException(
            ErrorType.EXTERNAL, "waiting for " + what + " was interrupted; run it again", e);
      }
    }
    return new FetchLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // Held by another thread of this process.
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
