package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/// Removes what a job left behind, also where the job meant it to stay: folders that are closed to
/// their owner, and folders so deep that no path leads to their end. Links are removed, not
/// followed. Nothing may still write there.
final class Removal {
  /// Well below what the kernel takes as one path.
  private static final int MOST_PATH_LENGTH = 2000;

  private final Path root;
  private final AtomicInteger moved = new AtomicInteger();

  private Removal(Path root) {
    this.root = root;
  }

  /// Removes a file or a folder with all it holds; nothing happens if it is not there. What cannot
  /// be removed is left.
  static void of(Path path) {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      new Removal(path).remove(path);
    } else {
      var _ = path.toFile().delete();
    }
  }

  private void remove(Path folder) {
    open(folder);
    try {
      Files.walkFileTree(folder, new Removing());
    } catch (IOException e) {
      // The next sweep tries again.
      return;
    }
  }

  /// {@return whether its owner can list and change it}
  private static boolean open(Path folder) {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private final class Removing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      open(folder);
      if (folder.toString().length() < MOST_PATH_LENGTH + root.toString().length()) {
        return FileVisitResult.CONTINUE;
      }
      Path near = root.resolve("hone-removed-" + moved.incrementAndGet());
      Files.move(folder, near);
      remove(near);
      return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var _ = file.toFile().delete();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      // A closed folder: its names could not be listed.
      boolean closed =
          Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(file);
      if (closed && open(file) && Files.isReadable(file)) {
        remove(file);
      } else {
        var _ = file.toFile().delete();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      var _ = folder.toFile().delete();
      return FileVisitResult.CONTINUE;
    }
  }
}
