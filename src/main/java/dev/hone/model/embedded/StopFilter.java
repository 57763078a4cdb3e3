package dev.hone.model.embedded;

import java.util.List;
import java.util.function.Consumer;

/// Lets text through up to the first stop string, and holds back what may yet become one.
final class StopFilter {
  private final List<String> stops;
  private final Consumer<String> onText;
  private final StringBuilder passed = new StringBuilder();
  private final StringBuilder held = new StringBuilder();
  private boolean stopped;

  StopFilter(List<String> stops, Consumer<String> onText) {
    this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    this.onText = onText;
  }

  /// Takes a piece of text.
  ///
  /// @return whether a stop string has come; nothing passes after it
  boolean add(String piece) {
    if (stopped) {
      return true;
    }
    held.append(piece);
    int end = firstStop();
    stopped = end >= 0;
    pass(stopped ? end : held.length() - heldBack());
    return stopped;
  }

  /// Lets the rest through, as nothing follows that could complete a stop string.
  void finish() {
    if (!stopped) {
      pass(held.length());
    }
  }

  /// {@return all the text that passed}
  String text() {
    return passed.toString();
  }

  private int firstStop() {
    return stops.stream().mapToInt(held::indexOf).filter(at -> at >= 0).min().orElse(-1);
  }

  /// {@return the length of the longest end of the held text that begins a stop string}
  private int heldBack() {
    int longest = 0;
    for (String stop : stops) {
      for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
        if (stop.startsWith(held.substring(held.length() - length))) {
          longest = length;
        }
      }
    }
    return longest;
  }

  private void pass(int length) {
    if (length > 0) {
      String text = held.substring(0, length);
      held.delete(0, length);
      passed.append(text);
      onText.accept(text);
    }
  }
}
