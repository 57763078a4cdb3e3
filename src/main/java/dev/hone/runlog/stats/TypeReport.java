package dev.hone.runlog.stats;

import java.util.List;

/// One class of work and what goes wrong in it.
///
/// @param type the class of work; empty where it is not known
/// @param tally what its runs come to
/// @param verdicts verdicts of failed runs, most frequent first
/// @param errors the most frequent kinds of errors of failed runs, most frequent first, five at
///   most
/// @param examples the latest failed runs, three at most
public record TypeReport(
    String type,
    Tally tally,
    List<Counted> verdicts,
    List<Counted> errors,
    List<FailedRun> examples) {
  /// Copies the lists.
  public TypeReport {
    verdicts = List.copyOf(verdicts);
    errors = List.copyOf(errors);
    examples = List.copyOf(examples);
  }
}
