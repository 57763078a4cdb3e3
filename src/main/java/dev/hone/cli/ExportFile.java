package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/// The file that exported runs go to. An earlier export is replaced, any other file is left alone.
///
/// @param path the file
record ExportFile(Path path) {
  private static final String BEGIN = "{\"schema\":1,\"runId\":";

  /// {@return the file with this name}
  ///
  /// @throws UsageException if something else stands there
  static ExportFile of(String typed) {
    try {
      Path path = Path.of(typed);
      if (typed.isBlank() || Files.isDirectory(path)) {
        throw new UsageException(
            "--out takes a file such as runs.jsonl, and '%s' is none".formatted(typed));
      }
      if (Files.exists(path) && !isExport(path)) {
        throw new UsageException(
            "%s exists and is no export of hone; remove it, or give --out another name"
                .formatted(path));
      }
      return new ExportFile(path);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--out %s cannot be used (%s); give another name".formatted(typed, e.getMessage()));
    }
  }

  /// Writes the file whole or not at all, with the folder it stands in.
  ///
  /// @throws UsageException if it cannot be written
  void write(Consumer<PrintStream> content) {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (PrintStream out =
          new PrintStream(Files.newOutputStream(part), false, StandardCharsets.UTF_8)) {
        content.accept(out);
        if (out.checkError()) {
          throw new IOException("the disk may be full");
        }
      }
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UsageException(
          "--out %s cannot be written (%s); give another name".formatted(path, e));
    }
  }

  private static boolean isExport(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      String begin = new String(in.readNBytes(BEGIN.length()), StandardCharsets.UTF_8);
      return begin.isEmpty() || begin.equals(BEGIN);
    }
  }
}
