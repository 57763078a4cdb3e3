package dev.hone.bench;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;

/// Lets a person see all that happens until the problems begin, and after that only downloads and
/// the model's writing: what Hone says of its stages would bury the lines of the problems.
public final class Calm implements Progress {
  private final Progress shown;
  private volatile boolean working;

  /// Makes a progress.
  ///
  /// @param shown receives what is let through
  public Calm(Progress shown) {
    this.shown = shown;
  }

  /// Says that the problems begin.
  void begin() {
    working = true;
  }

  /// {@return a progress that is shown in full}
  Progress loud() {
    return shown;
  }

  @Override
  public void report(Event event) {
    if (!(working && event instanceof Event.Stage)) {
      shown.report(event);
    }
  }
}
