package dev.hone.runlog.stats;

import java.util.List;

/// What the log says of the runs that were asked for.
///
/// @param cells the runs that are counted
/// @param days the same runs by the day they began on
/// @param verdicts verdicts of the best attempts of failed runs; the ending where there is none
/// @param errors what was wrong first with these attempts, of the latest failed runs
/// @param examples the latest failed runs of each type, newest first
/// @param leftOut the runs that are not counted
public record Facts(
    List<Cell> cells,
    List<Day> days,
    List<Note> verdicts,
    List<Note> errors,
    List<FailedRun> examples,
    LeftOut leftOut) {
  /// Copies the lists.
  public Facts {
    cells = List.copyOf(cells);
    days = List.copyOf(days);
    verdicts = List.copyOf(verdicts);
    errors = List.copyOf(errors);
    examples = List.copyOf(examples);
  }
}
