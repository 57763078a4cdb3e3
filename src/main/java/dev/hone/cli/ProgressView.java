package dev.hone.cli;

import dev.hone.progress.Event;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/// Shows what happens on standard error: a line that is drawn again on a terminal, plain lines
/// elsewhere.
final class ProgressView implements RunView {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration PLAIN = Duration.ofSeconds(5);

  private final PrintStream err;
  private final boolean terminal;
  private final Volume volume;
  private final InstantSource clock;

  private String download = "";
  private long startedAt;
  private long startedBytes;
  private long drawnAt;
  private long shownTenth;
  private long characters;
  private boolean open;

  ProgressView(PrintStream err, boolean terminal, Volume volume, InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    this.volume = volume;
    this.clock = clock;
  }

  /// {@return the view of a command that is no run}
  static ProgressView of(Streams streams) {
    return of(streams, Volume.USUAL);
  }

  /// {@return the view of a command that is no run}
  ///
  /// @param volume how much it tells
  static ProgressView of(Streams streams, Volume volume) {
    return new ProgressView(streams.err(), streams.terminal(), volume, InstantSource.system());
  }

  @Override
  public synchronized void report(Event event) {
    if (volume == Volume.QUIET) {
      return;
    }
    switch (event) {
      case Event.Stage stage -> stage(stage.text());
      case Event.Download moved -> download(moved);
      case Event.ModelText piece -> modelText(piece.text());
      case Event.Attempt _, Event.Question _, Event.Answer _, Event.Tests _, Event.Verdict _ -> {}
    }
    if (volume == Volume.VERBOSE) {
      DetailLines.of(event).forEach(this::stage);
    }
  }

  /// Ends a line that is still open.
  @Override
  public synchronized void close() {
    endLine();
  }

  private void stage(String text) {
    endLine();
    err.println(text);
  }

  private void modelText(String text) {
    if (!terminal) {
      return;
    }
    characters += text.length();
    if (due(REDRAW)) {
      draw("writing … " + characters + " characters");
    }
  }

  private void download(Event.Download event) {
    boolean starts = !event.name().equals(download);
    if (starts) {
      endLine();
      download = event.name();
      startedAt = clock.millis();
      startedBytes = event.doneBytes();
      shownTenth = tenth(event);
      err.println(
          "fetching %s%s from %s"
              .formatted(
                  event.name(),
                  event.totalBytes() > 0 ? " (" + Sizes.bytes(event.totalBytes()) + ")" : "",
                  event.source()));
    }
    boolean ends = event.totalBytes() > 0 && event.doneBytes() >= event.totalBytes();
    if (terminal) {
      if (ends || due(REDRAW)) {
        draw(bar(event) + "  " + figures(event));
      }
    } else if (!starts && (ends || tenth(event) > shownTenth || due(PLAIN))) {
      shownTenth = tenth(event);
      drawnAt = clock.millis();
      err.println("  " + event.name() + ": " + figures(event));
    } else if (starts) {
      drawnAt = clock.millis();
    }
    if (ends) {
      endLine();
      download = "";
    }
  }

  private boolean due(Duration pause) {
    return clock.millis() - drawnAt >= pause.toMillis();
  }

  private void draw(String text) {
    drawnAt = clock.millis();
    open = true;
    // return to the line's start, write, and erase what a longer text left behind
    err.print("\r" + text + "\u001b[K");
    err.flush();
  }

  private void endLine() {
    if (open) {
      err.println();
      open = false;
    }
    characters = 0;
  }

  private static long tenth(Event.Download event) {
    return event.totalBytes() > 0 ? event.doneBytes() * 10 / event.totalBytes() : 0;
  }

  private static String bar(Event.Download event) {
    int full = event.totalBytes() > 0 ? (int) (event.doneBytes() * 24 / event.totalBytes()) : 0;
    return "[" + "#".repeat(full) + "-".repeat(24 - full) + "]";
  }

  private String figures(Event.Download event) {
    StringBuilder text = new StringBuilder();
    if (event.totalBytes() > 0) {
      text.append(
          String.format(Locale.ROOT, "%3d %%  ", event.doneBytes() * 100 / event.totalBytes()));
    }
    text.append(Sizes.bytes(event.doneBytes()));
    long millis = clock.millis() - startedAt;
    long here = event.doneBytes() - startedBytes;
    if (millis > 0 && here > 0) {
      text.append(", ").append(Sizes.bytes(here * 1000 / millis)).append("/s");
      long left = event.totalBytes() - event.doneBytes();
      if (left > 0) {
        text.append(", ").append(Sizes.time(left * millis / here / 1000)).append(" left");
      }
    }
    return text.toString();
  }
}
