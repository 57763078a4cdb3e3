package dev.hone.model.embedded.store;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;

/// Tells how far one download is, at most ten times a second and never backwards.
final class Meter {
  private static final long PAUSE_NANOS = 100_000_000;

  private final Progress progress;
  private final String name;
  private final long totalBytes;
  private String source = "";
  private long doneBytes = -1;
  private long lastNanos;

  Meter(Progress progress, String name, long totalBytes) {
    this.progress = progress;
    this.name = name;
    this.totalBytes = totalBytes;
  }

  /// Starts, or goes on, from another source.
  void from(String newSource, long bytes) {
    source = newSource;
    doneBytes = -1;
    lastNanos = System.nanoTime() - PAUSE_NANOS;
    at(bytes);
  }

  void at(long bytes) {
    long now = System.nanoTime();
    boolean ended = bytes >= totalBytes;
    if (bytes > doneBytes && (ended || now - lastNanos >= PAUSE_NANOS)) {
      doneBytes = Math.min(bytes, totalBytes);
      lastNanos = now;
      progress.report(new Event.Download(name, source, doneBytes, totalBytes));
    }
  }
}
