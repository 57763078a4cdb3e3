package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Copies what a folder holds into a work folder that nothing else writes to; links are copied as
/// links.
///
/// @param from the folder
/// @param work the work folder, empty
/// @param owner the user and group that what is copied is given to
public record CopyIn(Path from, Path work, int owner) {
  /// Copies.
  ///
  /// @throws IOException if something could not be read or written, or was there already
  public void run() throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(from)) {
              give(Files.createDirectory(target(folder)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            give(
                Files.copy(
                    file,
                    target(file),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Path target(Path path) {
    return work.resolve(from.relativize(path).toString());
  }

  // Only root has others to give to.
  private void give(Path path) throws IOException {
    if (owner != Tools.uid()) {
      Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
