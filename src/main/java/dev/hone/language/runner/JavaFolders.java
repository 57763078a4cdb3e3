package dev.hone.language.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a sandbox must show for a Java to run in it.
public final class JavaFolders {
  private JavaFolders() {}

  /// {@return its home and the folders of its settings, but for those that are the system's own}
  ///
  /// @param home its home, links resolved
  public static List<Path> of(Path home) {
    List<Path> readOnly = new ArrayList<>();
    readOnly.add(home);
    readOnly.addAll(settings(home));
    readOnly.removeIf(path -> path.startsWith("/usr"));
    return List.copyOf(readOnly);
  }

  /// Distributions keep the settings of a JDK elsewhere and put links in its folders.
  private static List<Path> settings(Path home) {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home.resolve("conf"))) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        if (Files.exists(link)) {
          Path target = link.toRealPath();
          Path folder = Files.isDirectory(target) ? target : target.getParent();
          if (folder != null && !folder.startsWith(home)) {
            folders.add(folder);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders.stream().distinct().toList();
  }
}
