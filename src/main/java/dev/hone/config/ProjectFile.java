package dev.hone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/// The settings that come with a project.
public final class ProjectFile {
  /// What the file is called.
  public static final String NAME = "hone.toml";

  private ProjectFile() {}

  /// {@return the file of the project that a folder is in; empty where there is none} The folder is
  /// looked into, then the one around it, and so on, up to the home folder or the root of a
  /// repository, these included. A folder into which everybody may write, such as `/tmp`, ends the
  /// search and is not looked into.
  ///
  /// @param folder the folder where the work is done
  /// @param home the home folder of the user
  public static Optional<Path> of(Path folder, Path home) {
    Path end = real(home);
    for (Path at = real(folder); at != null && !isEverybodys(at); at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (at.equals(end) || Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException _) {
      return folder.toAbsolutePath().normalize();
    }
  }

  private static boolean isEverybodys(Path folder) {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    try {
      return view != null
          && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException _) {
      // what cannot be looked at is not trusted
      return true;
    }
  }
}
