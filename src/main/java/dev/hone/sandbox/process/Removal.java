package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// Removes what a job left behind, also where the job meant it to stay: folders that are closed to
/// their owner, and folders so deep that no path leads to their end or that one descriptor for each
/// would be all that this program may open. Links are removed, not followed. Nothing may still
/// write there.
final class Removal {
  /// Well below what the kernel takes as one path.
  private static final int MOST_PATH_LENGTH = 2000;

  private final Path root;
  private final Deque<Path> unlisted = new ArrayDeque<>();
  private final List<Path> listed = new ArrayList<>();

  private Removal(Path root) {
    this.root = root;
  }

  /// Removes a file or a folder with all it holds; nothing happens if it is not there. What cannot
  /// be removed is left.
  static void of(Path path) {
    if (isFolder(path)) {
      new Removal(path).remove();
    } else {
      var _ = path.toFile().delete();
    }
  }

  private void remove() {
    unlisted.push(root);
    while (!unlisted.isEmpty()) {
      empty(near(unlisted.pop()));
    }
    // Each folder stands behind that in which it lay.
    listed.reversed().forEach(folder -> folder.toFile().delete());
  }

  /// Removes the files of a folder and notes its folders for later. Its names are not held open
  /// meanwhile.
  private void empty(Path folder) {
    open(folder);
    listed.add(folder);
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path name : names) {
        if (isFolder(name)) {
          unlisted.push(name);
        } else {
          var _ = name.toFile().delete();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The next sweep tries again.
      return;
    }
  }

  /// {@return the folder, moved to where a path can name what is in it}
  private Path near(Path folder) {
    if (folder.toString().length() < MOST_PATH_LENGTH + root.toString().length()) {
      return folder;
    }
    open(folder);
    try {
      // Of a name that the job cannot have guessed and taken.
      return Files.move(folder, root.resolve(UUID.randomUUID().toString()));
    } catch (IOException e) {
      return folder;
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// Lets its owner list and change it.
  private static void open(Path folder) {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      // Another's; perhaps it is open as it is.
      return;
    }
  }
}
