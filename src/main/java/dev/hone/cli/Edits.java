package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.language.SourceFile;
import dev.hone.result.UnifiedDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run made of the files that it was given, and how it comes onto disk.
final class Edits {
  private final EditedFiles given;
  private final List<SourceFile> code;

  /// Makes edits.
  ///
  /// @param given the files as they were
  /// @param code the files of the best attempt
  Edits(EditedFiles given, List<SourceFile> code) {
    this.given = given;
    this.code = code.stream().filter(file -> !given.sources().contains(file)).toList();
  }

  /// {@return the changes as a unified diff; empty where there are none} Paths begin at the current
  /// folder where the files lie below it.
  String diff() {
    return UnifiedDiff.of(
        given.sources().stream().map(this::placed).toList(),
        code.stream().map(this::placed).toList());
  }

  private SourceFile placed(SourceFile file) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = target(file).toAbsolutePath().normalize();
    return whole.startsWith(here)
        ? new SourceFile(here.relativize(whole).toString(), file.content())
        : file;
  }

  /// {@return where the files lie that would be written}
  List<Path> targets() {
    return code.stream().map(this::target).toList();
  }

  /// {@return what was done, one line a file} All files are looked at before the first is written.
  ///
  /// @throws UsageException if one changed since the run began, is in the way or cannot be written
  List<String> write() {
    code.forEach(this::check);
    List<String> done = new ArrayList<>();
    for (SourceFile file : code) {
      Optional<EditedFile> edited = edited(file);
      if (edited.isPresent()) {
        done.add(edited.get().write(file.content()));
      } else {
        TextFiles.write(given.root(), List.of(file));
        done.add("wrote %s, which is new".formatted(target(file)));
      }
    }
    return done;
  }

  private void check(SourceFile file) {
    Optional<EditedFile> edited = edited(file);
    if (edited.isPresent() && !edited.get().isUntouched()) {
      throw new UsageException(
          "%s changed while the run went on, so nothing was written; run it again, or take the code from hone show"
              .formatted(target(file)));
    }
    if (edited.isEmpty() && Files.exists(target(file))) {
      throw new UsageException(
          "the run added %s, which is there already and was not named by --file, so nothing was written; run it again with --file %s"
              .formatted(target(file), target(file)));
    }
  }

  private Path target(SourceFile file) {
    return edited(file).map(EditedFile::path).orElseGet(() -> given.root().resolve(file.path()));
  }

  private Optional<EditedFile> edited(SourceFile file) {
    return given.files().stream()
        .filter(edited -> edited.source().path().equals(file.path()))
        .findFirst();
  }
}
