package dev.hone.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;

/// Folders that a Hone was filling when it was killed.
final class Abandoned {
  /// Longer than fetching and building may take.
  private static final Duration AGE = Duration.ofHours(2);

  private Abandoned() {}

  /// Removes what was left beside a fresh folder: folders of the same user whose names begin alike
  /// and that nobody has changed for hours.
  ///
  /// @param fresh the folder
  /// @param start how the names begin
  static void sweep(Path fresh, String start) throws IOException {
    UserPrincipal user = Files.getOwner(fresh);
    Instant since = Instant.now().minus(AGE);
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(fresh.resolveSibling("."), start + "*")) {
      for (Path one : all) {
        if (isOf(user, one) && changed(one).toInstant().isBefore(since)) {
          Shelf.remove(one.normalize());
        }
      }
    } catch (NoSuchFileException | UncheckedIOException _) {
      // Another process sweeps too.
    }
  }

  /// What others made, or a link, may lead to anything.
  private static boolean isOf(UserPrincipal user, Path folder) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
  }

  private static FileTime changed(Path folder) throws IOException {
    return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS);
  }
}
