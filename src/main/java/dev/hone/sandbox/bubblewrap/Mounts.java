package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.process.Workplace;
import dev.hone.sandbox.view.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Folders in memory that root mounts before bubblewrap, which cannot limit how many files they
/// hold. Each job mounts them in a namespace of its own, so that all share the mount points.
final class Mounts {
  private final Workplace workplace;
  private final int inodes;
  private final Map<Path, Path> folders = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();

  Mounts(Workplace workplace, int inodes) {
    this.workplace = workplace;
    this.inodes = inodes;
  }

  /// {@return where a folder will be mounted}
  ///
  /// @param at where it is in the box
  /// @param bytes its size
  /// @param more further options
  Path add(Path at, long bytes, String more) {
    Path folder = workplace.folder("mount" + at.toString().replace('/', '-'));
    folders.put(at, folder);
    options.add("size=%d,nr_inodes=%d,%s".formatted(bytes, inodes, more));
    return folder;
  }

  /// {@return the folders by where they are in the box, in the order in which they were added}
  Map<Path, Path> folders() {
    return folders;
  }

  /// {@return the options of each folder, in the same order, but for those that all have}
  List<String> options() {
    return options;
  }

  /// {@return where the work folder will be mounted}
  Path work() {
    return folders.getOrDefault(View.BOX, View.BOX);
  }

  /// {@return the file, after writing to it the table by which `mount` mounts them all}
  Path write(Path file) {
    StringBuilder table = new StringBuilder();
    List<Path> at = List.copyOf(folders.values());
    for (int i = 0; i < at.size(); i++) {
      table.append(
          "hone %s tmpfs nosuid,nodev,%s 0 0\n".formatted(escaped(at.get(i)), options.get(i)));
    }
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
