package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file that a run may change: as it lies on disk, and as the model sees it, with plain line ends
/// and without a byte order mark.
final class EditedFile {
  private static final String MARK = "\uFEFF";
  private static final int MOST_BACKUPS = 99;

  private final Path path;
  private final SourceFile source;
  private final byte[] bytes;

  private EditedFile(Path path, SourceFile source, byte[] bytes) {
    this.path = path;
    this.source = source;
    this.bytes = bytes;
  }

  /// {@return the file}
  ///
  /// @param path where it lies
  /// @param name the path it has in the run
  /// @param bytes what it holds
  /// @throws UsageException if that is no text
  static EditedFile of(Path path, String name, byte[] bytes) {
    String text = TextFiles.text(bytes, "the file " + path);
    String plain = text.replaceFirst("^" + MARK, "").replace("\r\n", "\n");
    return new EditedFile(path, new SourceFile(name, plain), bytes);
  }

  /// {@return where it lies, as typed}
  Path path() {
    return path;
  }

  /// {@return its text as the model sees it, under the path it has in the run}
  SourceFile source() {
    return source;
  }

  /// {@return whether it holds what it held when the run began}
  boolean isUntouched() {
    try {
      return Arrays.equals(Files.readAllBytes(path), bytes);
    } catch (IOException _) {
      return false;
    }
  }

  /// {@return what was done, one line} The file as it was is kept beside it, unless git has it.
  ///
  /// @param content its new text as the model sees it
  /// @throws UsageException if it cannot be written
  String write(String content) {
    try {
      if (GitIndex.holds(path, bytes)) {
        Files.write(path, encoded(content));
        return "wrote %s; git restore %s brings back what it was".formatted(path, path);
      }
      Path backup = backup();
      Files.write(backup, bytes);
      Files.write(path, encoded(content));
      return "wrote %s; %s holds what it was".formatted(path, backup);
    } catch (IOException e) {
      throw new UsageException(
          "%s could not be written (%s); hone show prints the code of the run".formatted(path, e));
    }
  }

  // What an earlier run kept is not lost.
  private Path backup() throws IOException {
    for (int i = 0; i <= MOST_BACKUPS; i++) {
      Path backup = path.resolveSibling(path.getFileName() + ".orig" + (i == 0 ? "" : "." + i));
      if (!Files.exists(backup) || Arrays.equals(Files.readAllBytes(backup), bytes)) {
        return backup;
      }
    }
    throw new UsageException(
        "%s.orig and %d more backups are there; remove some".formatted(path, MOST_BACKUPS));
  }

  private byte[] encoded(String content) {
    String before = new String(bytes, StandardCharsets.UTF_8);
    String lines = before.contains("\r\n") ? content.replace("\n", "\r\n") : content;
    return ((before.startsWith(MARK) ? MARK : "") + lines).getBytes(StandardCharsets.UTF_8);
  }
}
