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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a person gives as text, and writes what they asked for.
final class TextFiles {
  private static final int MOST_FILES = 200;

  private TextFiles() {}

  /// {@return test files, each under its own name, so that it stands beside the code} A folder
  /// stands for all files below it, without hidden ones, under their paths below that folder.
  ///
  /// @param paths files and folders as typed
  /// @param option the option they were given with, for messages
  /// @throws UsageException if one is missing, no text, or has the same name as another
  static List<SourceFile> tests(List<String> paths, String option) {
    return read(paths, option, files -> path -> path.getFileName());
  }

  /// {@return the files of a program, each under its path below the deepest folder that holds them
  /// all} A folder stands for all files below it, without hidden ones, under their paths below that
  /// folder.
  ///
  /// @param paths files and folders as typed
  /// @param option the option they were given with, for messages
  /// @throws UsageException if one is missing, no text, or stands under the same path as another
  static List<SourceFile> code(List<String> paths, String option) {
    return read(
        paths,
        option,
        files -> {
          Path root = commonFolder(files);
          return path -> root.relativize(whole(path));
        });
  }

  private static List<SourceFile> read(
      List<String> paths, String option, Function<List<Path>, UnaryOperator<Path>> naming) {
    List<SourceFile> files = new ArrayList<>();
    List<Path> named = new ArrayList<>();
    for (String typed : paths) {
      Path path = path(typed, option);
      if (Files.isDirectory(path)) {
        below(path, option).forEach(file -> files.add(read(file, path.relativize(file), option)));
      } else {
        named.add(path);
      }
    }
    UnaryOperator<Path> name = naming.apply(named);
    named.forEach(path -> files.add(read(path, name.apply(path), option)));
    Set<String> seen = new HashSet<>();
    for (SourceFile file : files) {
      if (!seen.add(file.path())) {
        throw new UsageException(
            "%s names two files called %s; rename one".formatted(option, file.path()));
      }
    }
    return List.copyOf(files);
  }

  private static List<Path> below(Path folder, String option) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .filter(path -> isShown(folder.relativize(path)))
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList();
      if (files.isEmpty() || files.size() > MOST_FILES) {
        throw new UsageException(
            "%s %s holds %s; name the files themselves"
                .formatted(option, folder, files.isEmpty() ? "no file" : "more than 200 files"));
      }
      return files;
    } catch (IOException e) {
      throw unreadable(folder, option, e);
    }
  }

  private static boolean isShown(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".") || part.toString().equals("__pycache__")) {
        return false;
      }
    }
    return true;
  }

  private static Path commonFolder(List<Path> files) {
    Path common = null;
    for (Path file : files) {
      Path folder = whole(file).getParent();
      while (common != null && folder != null && !whole(file).startsWith(common)) {
        common = common.getParent();
      }
      common = common == null ? folder : common;
    }
    return common == null ? Path.of("").toAbsolutePath() : common;
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
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

  /// {@return the text of a prompt}
  ///
  /// @param typed its file
  /// @throws UsageException if it is missing or no text
  static String prompt(String typed) {
    return read(typed, "FILE").content();
  }

  private static SourceFile read(String typed, String option) {
    Path path = path(typed, option);
    return read(path, path.getFileName(), option);
  }

  private static SourceFile read(Path path, @Nullable Path name, String option) {
    try {
      if (!Files.isRegularFile(path)) {
        throw new UsageException(
            Files.exists(path)
                ? "%s %s is no file; name the files themselves".formatted(option, path)
                : "%s names %s, which does not exist".formatted(option, path));
      }
      return new SourceFile(
          String.valueOf(name), text(Files.readAllBytes(path), "the file " + path));
    } catch (IOException e) {
      throw unreadable(path, option, e);
    }
  }

  private static Path path(String typed, String option) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw unreadable(typed, option, e);
    }
  }

  private static UsageException unreadable(Object path, String option, Exception e) {
    return new UsageException(
        "%s %s could not be read (%s)".formatted(option, path, e.getMessage()));
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

  /// {@return whether something has the path of a file already}
  static boolean isThere(Path folder, SourceFile file) {
    return Files.exists(folder.resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
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
