package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options by which code is changed that is there already.
final class EditOptions {
  static final String FILE = "--file";
  static final String CONTEXT = "--context";
  static final String DIFF = "--diff";
  static final String COMMIT = "--commit";
  private static final String APPLY = "--apply";
  static final String APPLY_ANYWAY = "--apply-even-if-not-passed";
  private static final String DRY_RUN = "--dry-run";

  private EditOptions() {}

  static List<OptionSpec> specs() {
    return List.of(
        Options.files(FILE, "existing code to change or to complete"),
        Options.flag(APPLY, "show the change and write it to the files, if it passed"),
        Options.flag(APPLY_ANYWAY, "show the change and write it, passed or not"),
        Options.flag(DRY_RUN, "show the change and what would be written"),
        Options.flag(COMMIT, "commit what --apply wrote to git, and nothing else"));
  }

  static OptionSpec context() {
    return Options.files(CONTEXT, "files for the model to read and the code to import");
  }

  static OptionSpec diff() {
    return Options.flag(DIFF, "print what changed as a diff, not the code");
  }

  /// {@return the files to change, checked as far as that goes before the run}
  ///
  /// @throws UsageException if options do not go together, or a file cannot be changed
  static EditedFiles files(ParseResult words) {
    if (Options.has(words, COMMIT) && !asksToWrite(words)) {
      throw new UsageException(
          "--commit commits what --apply wrote; type: hone \"…\" --file PATH --apply --commit");
    }
    EditedFiles files = EditedFiles.read(Options.texts(words, FILE));
    if (files.files().isEmpty()) {
      Stream.of(DIFF, APPLY, APPLY_ANYWAY, DRY_RUN)
          .filter(option -> Options.has(words, option))
          .findFirst()
          .ifPresent(EditOptions::refuse);
    }
    if (writes(words) && Options.has(words, "--out")) {
      throw new UsageException(
          "--apply writes the files of --file and --out a folder; leave one of them out");
    }
    for (EditedFile file : files.files()) {
      if (writes(words) && !Files.isWritable(file.path())) {
        throw new UsageException(
            "%s cannot be written; change its permissions, or leave --apply out"
                .formatted(file.path()));
      }
    }
    return files;
  }

  private static void refuse(String option) {
    throw new UsageException("%s is about existing code; name it by --file PATH".formatted(option));
  }

  /// {@return whether the diff is printed where code would be}
  static boolean showsDiff(ParseResult words, Streams streams) {
    return Options.has(words, DIFF)
        || writes(words)
        || isDry(words)
        || (!Options.texts(words, FILE).isEmpty() && streams.outTerminal());
  }

  /// {@return whether files are written, and not only named}
  static boolean writes(ParseResult words) {
    return !isDry(words) && asksToWrite(words);
  }

  private static boolean asksToWrite(ParseResult words) {
    return Options.has(words, APPLY) || Options.has(words, APPLY_ANYWAY);
  }

  /// {@return whether only what would be done is shown}
  static boolean isDry(ParseResult words) {
    return Options.has(words, DRY_RUN);
  }
}
