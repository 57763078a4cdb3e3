package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// The disk that downloads are written to.
///
/// @param folder where they go; it exists
record Disk(Path folder) {
  private static final long HARDLY_ANYTHING = 1_000_000;

  /// Refuses to start what cannot end.
  void require(long bytes, String what) {
    long free = freeBytes();
    if (free < bytes) {
      throw new ModelException(
          ErrorType.INSUFFICIENT_RESOURCES,
          "fetching %s needs %s of free disk, and %s has %s (%d of %d bytes); free some, or set HONE_HOME to a folder on another disk"
              .formatted(what, Size.of(bytes), folder, Size.of(free), free, bytes));
    }
  }

  /// {@return the failure to throw when writing went wrong}
  ModelException failure(String attempt, IOException cause) {
    if (isFull(String.valueOf(cause.getMessage()))) {
      return full(attempt);
    }
    return new ModelException(
        ErrorType.EXTERNAL,
        "%s failed in %s: %s; check the folder and run the command again"
            .formatted(attempt, folder, cause),
        cause);
  }

  /// {@return whether a message, or the disk itself, says that no space is left}
  boolean isFull(String message) {
    return message.contains("No space left")
        || message.contains("Disk quota exceeded")
        || message.contains("ENOSPC")
        || freeBytes() < HARDLY_ANYTHING;
  }

  ModelException full(String attempt) {
    return new ModelException(
        ErrorType.INSUFFICIENT_RESOURCES,
        "%s stopped because the disk of %s is full; what is there already is kept: free some space and run the command again, or set HONE_HOME to a folder on another disk"
            .formatted(attempt, folder));
  }

  private long freeBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      // A disk that cannot be asked is tried: writing tells.
      return Long.MAX_VALUE;
    }
  }

  /// Removes a folder with all that is in it; no such folder is fine.
  static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
