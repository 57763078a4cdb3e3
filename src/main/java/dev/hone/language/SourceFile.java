package dev.hone.language;

import java.nio.file.Path;

/// One text file of a candidate or a suite.
///
/// @param path where it stands below the work folder, with `/`, such as `solution.py`; relative,
///   and never above the folder
/// @param content the whole text
public record SourceFile(String path, String content) {
  /// Checks the path.
  ///
  /// @throws IllegalArgumentException if the path is empty, absolute or leaves the work folder
  public SourceFile {
    Path normal = Path.of(path).normalize();
    if (path.isBlank() || normal.isAbsolute() || normal.startsWith("..")) {
      throw new IllegalArgumentException("not a path inside the work folder: " + path);
    }
  }

  /// {@return the same file below a folder, where it may stand already}
  ///
  /// @param folder with a `/` at its end
  public SourceFile within(String folder) {
    return path.startsWith(folder) ? this : new SourceFile(folder + path, content);
  }
}
