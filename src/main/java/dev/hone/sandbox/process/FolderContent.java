package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is in folders, added up. Links are counted and not followed.
///
/// @param files files and folders, without the folders themselves
/// @param bytes the sizes of the files, in bytes, as the files themselves state them
/// @param cut whether a file has exactly the size at which the kernel lets none grow further
record FolderContent(long files, long bytes, boolean cut) {
  /// Below what the kernel takes as one path. No path leads to what lies deeper, and no code that
  /// means well puts files there.
  private static final int MOST_PATH_LENGTH = 3800;

  private static final Set<PosixFilePermission> UNSEEN =
      Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

  /// {@return what is in folders, counted until there are too many files} A folder in which files
  /// can be hidden, as it is too deep for a path or takes files and cannot be listed, counts as
  /// larger than allowed. What vanishes meanwhile is left out.
  ///
  /// @param folders the folders
  /// @param limits the limits on files
  static FolderContent of(List<Path> folders, Limits limits) {
    Count count = new Count(limits);
    folders.forEach(folder -> walk(folder, count));
    return new FolderContent(Math.max(count.files - folders.size(), 0), count.bytes, count.cut);
  }

  private static void walk(Path folder, Count count) {
    try {
      Files.walkFileTree(folder, count);
    } catch (IOException | UncheckedIOException e) {
      // Something in it ended the walk; what was counted up to then stands.
      return;
    }
  }

  private static final class Count extends SimpleFileVisitor<Path> {
    private final Limits limits;
    private long files;
    private long bytes;
    private boolean cut;

    private Count(Limits limits) {
      this.limits = limits;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return counted(0);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return counted(attributes.isRegularFile() ? attributes.size() : 0);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      boolean hiding = file.toString().length() > MOST_PATH_LENGTH || takesUnseen(file);
      return counted(hiding ? limits.diskBytes() + 1 : 0);
    }

    /// A folder that its owner can put files into, and cannot list. It is not opened for a look: a
    /// path may lead elsewhere by then.
    private static boolean takesUnseen(Path folder) {
      try {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).containsAll(UNSEEN);
      } catch (IOException e) {
        // It vanished meanwhile.
        return false;
      }
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private FileVisitResult counted(long size) {
      files++;
      bytes += size;
      cut = cut || size == limits.fileBytes();
      return files > limits.inodes() + 100L ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
