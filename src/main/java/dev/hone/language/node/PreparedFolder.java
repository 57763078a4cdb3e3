package dev.hone.language.node;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is made once: filled beside its place under a lock between processes, and moved
/// there when it is whole.
public final class PreparedFolder {
  private final Path folder;

  /// Names the folder; nothing is looked at yet.
  ///
  /// @param folder where it stands
  public PreparedFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /// What makes the content.
  @FunctionalInterface
  public interface Filling {
    /// Fills the folder.
    ///
    /// @param part an empty folder, whose path is not the final one
    /// @throws IOException if a file cannot be written
    /// @throws InterruptedException if the thread is interrupted
    void fill(Path part) throws IOException, InterruptedException;
  }

  /// {@return the folder, whole}
  ///
  /// @param what what it holds, in words for a person
  /// @param filling makes the content where it is not there yet
  /// @throws ToolchainException if it cannot be made
  public Path made(String what, Filling filling) {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path parent = folder.resolveSibling(".").normalize();
    try {
      Files.createDirectories(parent);
      Path lock = parent.resolve("." + folder.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          Lock _ = new Lock(channel)) {
        if (!Files.isDirectory(folder)) {
          make(parent, filling);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not keep %s in %s (%s); free space there or set HONE_HOME to another folder"
              .formatted(what, parent, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException(
          ErrorType.EXTERNAL, "preparing " + what + " was interrupted; run the command again", e);
    }
  }

  private void make(Path parent, Filling filling) throws IOException, InterruptedException {
    Path part = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
    try {
      filling.fill(part);
      open(part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Where no lock could be had, another process may have been first, with the same content.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } finally {
      delete(part);
    }
  }

  /// Code in the sandbox has another user, and a temporary folder is made private.
  private static void open(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(one -> !Files.isSymbolicLink(one)).toList()) {
        String permissions = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private static void delete(Path part) throws IOException {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Inside one process the lock is not needed: the last step is a rename.
  private record Lock(List<FileLock> held) implements AutoCloseable {
    Lock(FileChannel channel) throws IOException {
      this(take(channel));
    }

    private static List<FileLock> take(FileChannel channel) throws IOException {
      try {
        return List.of(channel.lock());
      } catch (OverlappingFileLockException e) {
        // Another thread of this process prepares too; the rename at the end keeps one of them.
        return List.of();
      }
    }

    @Override
    public void close() throws IOException {
      for (FileLock lock : held) {
        lock.release();
      }
    }
  }
}
