package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The file of `--html`.
final class ReportFile {
  private final Path path;
  private final String typed;

  private ReportFile(Path path, String typed) {
    this.path = path;
    this.typed = typed;
  }

  /// {@return the file, found to be one that can be written} A run that takes hours must not fail
  /// at its end.
  ///
  /// @param typed its path; where it is empty nothing is written
  /// @throws UsageException if it cannot be written
  static ReportFile named(String typed) {
    try {
      Path path = Path.of(typed).toAbsolutePath();
      if (!typed.isEmpty()) {
        if (Files.isDirectory(path)) {
          throw new IOException("it is a folder");
        }
        Files.delete(Files.createTempFile(path.resolveSibling("."), ".hone", ".try"));
      }
      return new ReportFile(path, typed);
    } catch (IOException | InvalidPathException e) {
      throw unwritable(typed, e);
    }
  }

  void write(String page) {
    if (!typed.isEmpty()) {
      try {
        Files.writeString(path, page);
      } catch (IOException e) {
        throw unwritable(typed, e);
      }
    }
  }

  private static UsageException unwritable(String typed, Exception why) {
    return new UsageException(
        "--html %s cannot be written (%s); name a file such as report.html in a folder that exists"
            .formatted(typed, why));
  }
}
