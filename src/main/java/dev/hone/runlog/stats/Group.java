package dev.hone.runlog.stats;

import java.util.List;

/// The runs that have the same in each dimension that was asked for.
///
/// @param key what they have, a text for each dimension in its order; empty where it is not known
/// @param tally what they come to
public record Group(List<String> key, Tally tally) {
  /// Copies the list.
  public Group {
    key = List.copyOf(key);
  }
}
