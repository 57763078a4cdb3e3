package dev.hone.progress;

/// Receives what happens while Hone works. Calls come from any thread, one at a time for each run,
/// and must return quickly.
@FunctionalInterface
public interface Progress {
  /// Takes one event.
  ///
  /// @param event what happened
  void report(Event event);

  /// {@return a progress that shows nothing}
  static Progress silent() {
    return event -> {};
  }
}
