package dev.hone.runlog;

import java.util.List;

/// What pruning would take away.
///
/// @param runs the identifiers of the runs, newest first
/// @param attempts how many attempts they have
/// @param all how many runs the log has
/// @param running how many old runs are left alone, as they may still be going
public record Prunable(List<String> runs, int attempts, int all, int running) {
  /// Copies the list.
  public Prunable {
    runs = List.copyOf(runs);
  }
}
