package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.process.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Folders in memory that root mounts before bubblewrap, which cannot limit how many files they
/// hold. Each job mounts them in a namespace of its own, so that all share the mount points.
final class Mounts {
  private final Workplace workplace;
  private final int inodes;
  private final Map<Path, Path> folders = new LinkedHashMap<>();
  private final StringBuilder table = new StringBuilder();

  Mounts(Workplace workplace, int inodes) {
    this.workplace = workplace;
    this.inodes = inodes;
  }

  /// {@return where a folder will be mounted}
  ///
  /// @param at where it is in the box
  /// @param bytes its size
  /// @param options further options
  Path add(Path at, long bytes, String options) {
    Path folder = workplace.folder("mount" + at.toString().replace('/', '-'));
    folders.put(at, folder);
    table.append(
        "hone %s tmpfs nosuid,nodev,size=%d,nr_inodes=%d,%s 0 0\n"
            .formatted(escaped(folder), bytes, inodes, options));
    return folder;
  }

  /// {@return the folders by where they are in the box, in the order in which they were added}
  Map<Path, Path> folders() {
    return folders;
  }

  /// {@return the file, after writing the table to it}
  Path write(Path file) {
    try {
      return Files.writeString(file, table);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /// Blanks divide the fields of a table.
  private static String escaped(Path path) {
    return path.toString()
        .replace("\\", "\\134")
        .replace(" ", "\\040")
        .replace("\t", "\\011")
        .replace("\n", "\\012");
  }
}
