package dev.hone.bench;

import dev.hone.language.SourceFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A private folder for one run in the sandbox, gone after {@link #close}.
///
/// @param path where it is
record Folder(Path path) implements AutoCloseable {
  static Folder make() {
    try {
      return new Folder(Files.createTempDirectory("hone-bench-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes files; one of the same name is replaced.
  Folder with(List<SourceFile> files) {
    try {
      for (SourceFile file : files) {
        Path target = path.resolve(file.path());
        Files.createDirectories(target.resolveSibling("."));
        // A channel would be closed by an interrupt, and that looks like a failing disk.
        try (OutputStream out = new FileOutputStream(target.toFile())) {
          out.write(file.content().getBytes(StandardCharsets.UTF_8));
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
