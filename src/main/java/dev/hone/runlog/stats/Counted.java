package dev.hone.runlog.stats;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A word with the number of runs it is said of.
///
/// @param text the word
/// @param runs how many runs
public record Counted(String text, int runs) {
  /// {@return the words, most frequent first, those of the same number sorted}
  ///
  /// @param notes what is said
  /// @param kind what texts that mean the same become
  static List<Counted> of(Collection<Note> notes, UnaryOperator<String> kind) {
    Map<String, Integer> counts =
        notes.stream()
            .collect(Collectors.toMap(note -> kind.apply(note.text()), Note::runs, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> new Counted(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Counted::runs).reversed().thenComparing(Counted::text))
        .toList();
  }
}
