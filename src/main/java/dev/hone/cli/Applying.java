package dev.hone.cli;

import dev.hone.cli.git.CommitMessage;
import dev.hone.cli.git.Committer;
import dev.hone.result.Result;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// How the changed files come onto disk, and into git where that was asked for.
final class Applying {
  private final ParseResult words;
  private final Optional<Committer> committer;

  private Applying(ParseResult words, Optional<Committer> committer) {
    this.words = words;
    this.committer = committer;
  }

  /// {@return what the options ask for, checked as far as that goes before the run}
  ///
  /// @param environment the variables that count for git
  /// @throws dev.hone.failure.UsageException if a commit would fail, or hold more than the change
  static Applying of(EditedFiles files, ParseResult words, Map<String, String> environment) {
    return new Applying(
        words,
        Options.has(words, EditOptions.COMMIT)
            ? Optional.of(
                Committer.of(files.files().stream().map(EditedFile::path).toList(), environment))
            : Optional.empty());
  }

  /// Writes the changed files where that was asked for, commits them, and tells of it.
  ///
  /// @throws dev.hone.failure.UsageException if one changed since the run began, or cannot be
  ///   written or committed
  void apply(Edits edits, Result result, Streams streams) {
    if (!EditOptions.writes(words) && !EditOptions.isDry(words)) {
      return;
    }
    if (edits.targets().isEmpty()) {
      streams.err().println("nothing to write: the code is as it was");
    } else if (!result.passed() && !Options.has(words, EditOptions.APPLY_ANYWAY)) {
      edits.targets().forEach(file -> streams.err().println("not written: " + file));
      streams
          .err()
          .println(
              "the code did not pass; " + EditOptions.APPLY_ANYWAY + " writes it all the same");
    } else if (EditOptions.isDry(words)) {
      edits.targets().forEach(file -> streams.err().println("would write " + file));
      committer.ifPresent(_ -> streams.err().println("would commit: " + message(result).subject()));
    } else {
      // before anything is written: the person may have gone on working meanwhile
      committer.ifPresent(Committer::check);
      edits.write().forEach(streams.err()::println);
      committer.ifPresent(
          one -> one.commit(edits.targets(), message(result)).forEach(streams.err()::println));
    }
  }

  private static CommitMessage message(Result result) {
    return CommitMessage.of(result.requirement().text(), result.runId());
  }
}
