package dev.hone.runlog;

import java.util.List;

/// What there is in a log.
///
/// @param place where it is
/// @param bytes what it takes on the disk, with what belongs to it
/// @param schema the number of the last migration
/// @param counts how many there are
/// @param ends the oldest and the newest run; one run is both, empty where there is none
/// @param unfinished runs without an end, newest first, at most 20 of them
public record LogStatus(
    LogPlace place,
    long bytes,
    int schema,
    Counts counts,
    List<RunSummary> ends,
    List<RunSummary> unfinished) {
  /// Copies the lists.
  public LogStatus {
    ends = List.copyOf(ends);
    unfinished = List.copyOf(unfinished);
  }

  /// How many there are.
  ///
  /// @param runs runs
  /// @param passed those of them that passed
  /// @param unfinished those that have no end: they still go on, or were killed
  /// @param labelled those that a person marked
  /// @param pruned those whose code is gone
  /// @param attempts attempts of all runs
  /// @param exchanges questions to models
  public record Counts(
      int runs,
      int passed,
      int unfinished,
      int labelled,
      int pruned,
      int attempts,
      int exchanges) {}
}
