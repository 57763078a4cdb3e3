package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.stats.StatsPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The file that the page of failure rates goes to. An earlier page is replaced, any other file is
/// left alone.
///
/// @param path the file
/// @param replaces whether an earlier page stands there
record PageFile(Path path, boolean replaces) {
  private static final int HEAD = 4096;

  /// {@return the file with this name}
  ///
  /// @throws UsageException if something else stands there, or it cannot be read
  static PageFile of(String typed) {
    try {
      Path path = Path.of(typed);
      if (typed.isBlank() || Files.isDirectory(path)) {
        throw new UsageException(
            "--html takes a file such as stats.html, and '%s' is none".formatted(typed));
      }
      if (!Files.exists(path)) {
        return new PageFile(path, false);
      }
      if (!isPage(path)) {
        throw new UsageException(
            "%s exists and is no page of hone stats; remove it, or give --html another name"
                .formatted(path));
      }
      return new PageFile(path, true);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--html %s cannot be used (%s); give another name".formatted(typed, e.getMessage()));
    }
  }

  /// Writes the page, with the folder it stands in.
  ///
  /// @throws UsageException if it cannot be written
  void write(String page) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, page);
    } catch (IOException e) {
      throw new UsageException(
          "--html %s cannot be written (%s); give another name".formatted(path, e));
    }
  }

  private static boolean isPage(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(StatsPage.MARK);
    }
  }
}
