package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.language.FileEnding;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The files of `--file` and `--context`. A file to change has the path in the run that it has
/// below the deepest folder with all of them; a file to read the one that it has below that folder,
/// or its name alone where it lies elsewhere.
///
/// @param root the folder that paths in the run begin at
/// @param files those to change, the one under test first; often empty
record EditedFiles(Path root, List<EditedFile> files) {
  private static final int MOST_FILES = 20;
  private static final long MOST_BYTES = 128 << 10;
  private static final long MOST_BYTES_TO_READ = 1 << 20;

  EditedFiles {
    files = List.copyOf(files);
  }

  /// {@return the files to change}
  ///
  /// @param typed their paths as typed; may be empty
  /// @throws UsageException if one is missing, no text or too long, or there are too many
  static EditedFiles read(List<String> typed) {
    List<Path> paths = paths(typed, "--file");
    Path root = paths.isEmpty() ? Path.of("").toAbsolutePath() : commonFolder(paths);
    return new EditedFiles(
        root,
        paths.stream()
            .map(path -> EditedFile.of(path, name(root, path), bytes(path, "--file", MOST_BYTES)))
            .toList());
  }

  /// {@return the texts of the files to change}
  List<SourceFile> sources() {
    return files.stream().map(EditedFile::source).toList();
  }

  /// {@return files to read}
  ///
  /// @param typed their paths as typed; may be empty
  /// @throws UsageException if one is missing, no text or too long, or also to be changed
  List<SourceFile> context(List<String> typed) {
    Set<String> taken = new HashSet<>();
    files.forEach(file -> taken.add(file.source().path()));
    List<SourceFile> context = new ArrayList<>();
    for (Path path : paths(typed, "--context")) {
      byte[] bytes = bytes(path, "--context", MOST_BYTES_TO_READ);
      SourceFile file = EditedFile.of(path, name(root, path), bytes).source();
      if (!taken.add(file.path())) {
        throw new UsageException(
            "--context %s would stand as %s, as another file does; leave one out"
                .formatted(path, file.path()));
      }
      context.add(file);
    }
    return List.copyOf(context);
  }

  /// Refuses files of which it cannot be told how they are run.
  ///
  /// @param language what `--language` says; empty where it says nothing
  /// @param supported the languages there are
  /// @throws UsageException if there are such files
  void checkLanguage(String language, List<LanguageId> supported) {
    if (!language.isEmpty()) {
      return;
    }
    Set<LanguageId> languages =
        files.stream()
            .map(file -> language(file, supported))
            .collect(Collectors.toCollection(HashSet::new));
    // a header may belong to either
    if (languages.contains(LanguageId.CPP)) {
      languages.remove(LanguageId.C);
    }
    if (languages.size() > 1) {
      throw new UsageException(
          "--file names files of %s; change those of one language at a time"
              .formatted(
                  languages.stream()
                      .map(LanguageId::id)
                      .sorted()
                      .collect(Collectors.joining(" and "))));
    }
  }

  private static LanguageId language(EditedFile file, List<LanguageId> supported) {
    return FileEnding.of(file.path().toString())
        .filter(supported::contains)
        .orElseThrow(
            () ->
                new UsageException(
                    "--file %s: no supported language has files that end so; name a source file, such as solution.py"
                        .formatted(file.path())));
  }

  private static List<Path> paths(List<String> typed, String option) {
    if (typed.size() > MOST_FILES) {
      throw new UsageException(
          "%s takes up to %d files, not %d; name those that matter"
              .formatted(option, MOST_FILES, typed.size()));
    }
    return typed.stream().map(one -> path(one, option)).distinct().toList();
  }

  private static Path path(String typed, String option) {
    try {
      return Path.of(typed).normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("%s %s is no path (%s)".formatted(option, typed, e.getMessage()));
    }
  }

  private static byte[] bytes(Path path, String option, long most) {
    if (Files.isDirectory(path)) {
      throw new UsageException("%s %s is a folder; name the files in it".formatted(option, path));
    }
    if (!Files.exists(path)) {
      throw new UsageException(
          "%s names %s, which does not exist; check its spelling".formatted(option, path));
    }
    if (!Files.isRegularFile(path)) {
      throw new UsageException(
          "%s %s is no regular file; name a file with text".formatted(option, path));
    }
    try {
      if (Files.size(path) > most) {
        throw new UsageException(
            String.format(
                Locale.ROOT,
                "%s %s has %d bytes and may have %d; name a smaller file",
                option,
                path,
                Files.size(path),
                most));
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UsageException(
          "%s %s could not be read (%s); check its permissions".formatted(option, path, e));
    }
  }

  private static Path commonFolder(List<Path> paths) {
    Path common = whole(paths.getFirst()).getParent();
    for (Path path : paths) {
      while (common != null && !whole(path).startsWith(common)) {
        common = common.getParent();
      }
    }
    return common == null ? whole(Path.of("/")) : common;
  }

  private static String name(Path root, Path path) {
    Path whole = whole(path);
    return String.valueOf(whole.startsWith(root) ? root.relativize(whole) : whole.getFileName())
        .replace('\\', '/');
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
