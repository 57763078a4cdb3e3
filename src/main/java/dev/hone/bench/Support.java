package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of `--support`. Checks run as another user, so one that only its owner can read is
/// copied for the time of the run.
final class Support {
  private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");

  private Support() {}

  /// {@return the folder, or empty where none was named}
  ///
  /// @throws UsageException if there is no such folder
  static Optional<Path> named(String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Path.of(typed).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--support %s is no folder; name one that exists".formatted(typed));
    }
    return Optional.of(folder);
  }

  /// {@return the folder itself where everybody can read it, else a copy of it}
  ///
  /// @param scratch where the copy is made
  static Path readable(Path folder, Path scratch) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        if (!isOpen(file)) {
          return copy(folder, all, scratch.resolve("support"));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return true;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.contains(PosixFilePermission.OTHERS_READ)
        && (!Files.isDirectory(file) || permissions.contains(PosixFilePermission.OTHERS_EXECUTE));
  }

  private static Path copy(Path folder, List<Path> all, Path target) throws IOException {
    for (Path file : all) {
      Path to = target.resolve(folder.relativize(file).toString()).normalize();
      Files.copy(file, to, LinkOption.NOFOLLOW_LINKS);
      if (!Files.isSymbolicLink(to)) {
        Files.setPosixFilePermissions(to, OPEN);
      }
    }
    return target;
  }
}
