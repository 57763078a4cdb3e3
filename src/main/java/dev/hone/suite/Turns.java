package dev.hone.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Lists that take turns.
final class Turns {
  private Turns() {}

  /// {@return the first of each list, then the second of each, and so on}
  ///
  /// @param <T> what is in the lists
  /// @param lists the lists, of any lengths
  static <T> List<T> of(Collection<List<T>> lists) {
    List<T> inTurns = new ArrayList<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int turn = 0; turn < longest; turn++) {
      for (List<T> list : lists) {
        if (turn < list.size()) {
          inTurns.add(list.get(turn));
        }
      }
    }
    return inTurns;
  }
}
