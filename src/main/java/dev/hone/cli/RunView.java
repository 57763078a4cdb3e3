package dev.hone.cli;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.time.InstantSource;

/// Shows a run to a person on standard error.
interface RunView extends Progress, AutoCloseable {
  /// Leaves standard error as plain lines need it.
  @Override
  void close();

  /// {@return a view drawn in place where a terminal can do that, plain lines elsewhere}
  static RunView of(Volume volume, Streams streams) {
    if (volume == Volume.QUIET) {
      return new Silent();
    }
    return streams.drawing().draws()
        ? LiveView.on(streams, volume)
        : new ProgressView(streams.err(), false, volume, InstantSource.system());
  }

  /// Shows nothing.
  record Silent() implements RunView {
    @Override
    public void report(Event event) {}

    @Override
    public void close() {}
  }
}
