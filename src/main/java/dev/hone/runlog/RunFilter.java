package dev.hone.runlog;

import dev.hone.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Which runs of the log are meant. All conditions hold together.
///
/// @param passing whether they passed
/// @param language the target language, or empty for all
/// @param verdict the verdict of the run by its name, or empty for all
/// @param models the names of the models, as in the log; empty for all
/// @param type the class of work, a person's word before the one read from the text; empty for all
/// @param since the earliest start; {@link Instant#EPOCH} for all
/// @param words each must stand somewhere in the requirement, in an error, in what a test said or
///   in why the run ended, in capitals or not; empty for all
public record RunFilter(
    Passing passing,
    String language,
    String verdict,
    Set<String> models,
    String type,
    Instant since,
    List<String> words) {
  /// Every run.
  public static final RunFilter ALL =
      new RunFilter(Passing.ANY, "", "", Set.of(), "", Instant.EPOCH, List.of());

  /// Copies the collections.
  public RunFilter {
    models = Set.copyOf(models);
    words = List.copyOf(words);
  }

  /// Whether a run passed.
  public enum Passing {
    /// It does not matter.
    ANY,
    /// It passed.
    PASSED,
    /// It ended and did not pass.
    FAILED
  }

  /// {@return the names of all verdicts, as they stand in the log}
  public static List<String> verdicts() {
    return Columns.VERDICTS.stream().map(Verdict::id).toList();
  }
}
