package dev.hone.language.runner;

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

/// A folder below `runners/` in the cache that is made once on a machine: filled beside its place
/// under a lock between processes, and moved there when it is whole. What decides its content is
/// part of its name.
public final class PreparedFolder {
  private final Path folder;

  /// Names the folder; nothing is looked at yet.
  ///
  /// @param cacheFolder the folder of downloads and runners
  /// @param name its own name, with a version or a hash in it
  public PreparedFolder(Path cacheFolder, String name) {
    this.folder = cacheFolder.toAbsolutePath().resolve("runners").resolve(name);
  }

  /// What makes the content.
  @FunctionalInterface
  public interface Filling {
    /// Fills the folder.
    ///
    /// @param part an empty folder, whose path is not the final one
    /// @param scratch another one, for what is deleted afterwards
    /// @throws IOException if a file cannot be written
    /// @throws InterruptedException if the thread is interrupted
    void fill(Path part, Path scratch) throws IOException, InterruptedException;
  }

  /// {@return where it stands, absolute, whether or not it is made yet}
  public Path path() {
    return folder;
  }

  /// {@return whether it is made}
  public boolean isMade() {
    return Files.isDirectory(folder);
  }

  /// {@return the folder, whole}
  ///
  /// @param what what it holds, in words for a person
  /// @param filling makes the content where it is not there yet
  /// @throws ToolchainException if it cannot be made
  public Path made(String what, Filling filling) {
    if (isMade()) {
      return folder;
    }
    Path parent = folder.resolveSibling(".").normalize();
    try {
      Files.createDirectories(parent);
      Path lock = parent.resolve("." + folder.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          Lock _ = new Lock(channel)) {
        if (!isMade()) {
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
    Path place = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
    try {
      Path part = Files.createDirectory(place.resolve("part"));
      filling.fill(part, Files.createDirectory(place.resolve("scratch")));
      open(part);
      move(part);
    } finally {
      delete(place);
    }
  }

  /// Code in the sandbox has another user.
  private static void open(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(one -> !Files.isSymbolicLink(one)).toList()) {
        // A folder is executable for its owner too.
        String permissions = Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private void move(Path part) throws IOException {
    try {
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Where no lock could be had, another process may have been first, with the same content.
      if (!isMade()) {
        throw e;
      }
    }
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
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
