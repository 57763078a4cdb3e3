package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what a person gives as text, and writes what they asked for.
final class TextFiles {
  private TextFiles() {}

  /// {@return the files, each under its own name}
  ///
  /// @param paths the files as typed
  /// @param option the option they were given with, for messages
  /// @throws UsageException if one is missing, no text, or has the same name as another
  static List<SourceFile> read(List<String> paths, String option) {
    Set<String> names = new HashSet<>();
    return paths.stream()
        .map(
            path -> {
              SourceFile file = read(path, option);
              if (!names.add(file.path())) {
                throw new UsageException(
                    "%s names two files called %s; rename one".formatted(option, file.path()));
              }
              return file;
            })
        .toList();
  }

  /// {@return a file for the scan, under the path as typed where that is relative and stays below
  /// the current folder, else under its whole path}
  ///
  /// @param typed the file
  static SourceFile scanned(String typed) {
    SourceFile file = read(typed, "FILE");
    Path path = Path.of(typed).normalize();
    if (path.isAbsolute() || path.startsWith("..")) {
      Path whole = path.toAbsolutePath().normalize();
      path = whole.getRoot().relativize(whole);
    }
    return new SourceFile(path.toString(), file.content());
  }

  private static SourceFile read(String typed, String option) {
    try {
      Path path = Path.of(typed);
      if (!Files.isRegularFile(path)) {
        throw new UsageException(
            Files.exists(path)
                ? "%s %s is no file; name the files themselves".formatted(option, typed)
                : "%s names %s, which does not exist".formatted(option, typed));
      }
      String content = text(Files.readAllBytes(path), "the file " + typed);
      return new SourceFile(String.valueOf(path.getFileName()), content);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "%s %s could not be read (%s)".formatted(option, typed, e.getMessage()));
    }
  }

  /// {@return all of a stream as text}
  ///
  /// @throws UsageException if it is no text
  static String read(InputStream in) {
    try {
      return text(in.readAllBytes(), "standard input");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the text of these bytes}
  ///
  /// @param bytes UTF-8
  /// @param name what they are, for the message
  /// @throws UsageException if they are no text
  static String text(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException _) {
      // falls through to the one message for all that is no text
    }
    throw new UsageException(name + " is no text in UTF-8; give it as plain text");
  }

  /// Checks that files can be written to a folder, before any work is done for them. A folder that
  /// does not exist is not made yet; its nearest parent is tried.
  ///
  /// @throws UsageException if they cannot
  static void checkWritable(String typed) {
    try {
      Path folder = Path.of(typed).toAbsolutePath();
      Path there = folder;
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      // asking for permission is not enough: root has it on a read-only disk too
      Files.delete(Files.createTempFile(there, ".hone", ".try"));
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--out %s cannot be written (%s); name a folder that can".formatted(typed, e));
    }
  }

  /// {@return the paths written} Files of the same name are replaced.
  ///
  /// @throws UsageException if one cannot be written
  static List<Path> write(Path folder, List<SourceFile> files) {
    return files.stream().map(file -> write(folder, file)).toList();
  }

  private static Path write(Path folder, SourceFile file) {
    Path path = folder.resolve(file.path());
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      return Files.writeString(path, file.content());
    } catch (IOException e) {
      throw new UsageException("%s could not be written (%s)".formatted(path, e));
    }
  }
}
