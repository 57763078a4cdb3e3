package dev.hone.sandbox.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Copies parts of one folder to another, at the same places. What this user may not read is left
/// away, as nobody could read it in a box either.
///
/// @param from the folder
/// @param to the other, which is there
record SettingsCopy(Path from, Path to) {
  /// Copies a file or a folder with all it holds. A link is followed; those in a folder stay links.
  void add(Path path) {
    try {
      Path real = path.toRealPath();
      Path target = at(path);
      open(target.getParent());
      Files.walkFileTree(real, new Copying(real, target));
    } catch (IOException e) {
      throw new UncheckedIOException("could not copy " + path, e);
    }
  }

  /// Makes an empty file in the place of one, for something to be shown there.
  void addEmpty(Path path) {
    try {
      Files.createFile(at(path));
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a place for " + path, e);
    }
  }

  private Path at(Path path) {
    return to.resolve(from.relativize(path));
  }

  /// Makes a folder that everybody may list, whatever new ones are otherwise.
  private static void open(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return;
    }
    if (!Files.exists(folder)) {
      open(folder.getParent());
      Files.createDirectory(folder);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      open(at(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      // With owner and rights, so that what is closed to a box stays closed to it.
      if (attributes.isSymbolicLink() || (attributes.isRegularFile() && Files.isReadable(file))) {
        Files.copy(file, at(file), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.setPosixFilePermissions(at(folder), Files.getPosixFilePermissions(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    private Path at(Path path) {
      return to.resolve(from.relativize(path));
    }
  }
}
