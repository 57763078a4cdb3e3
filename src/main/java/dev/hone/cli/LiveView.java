package dev.hone.cli;

import dev.hone.cli.terminal.Cells;
import dev.hone.cli.terminal.InPlace;
import dev.hone.cli.terminal.Line;
import dev.hone.cli.terminal.Size;
import dev.hone.cli.terminal.Style;
import dev.hone.cli.terminal.SyntaxColours;
import dev.hone.cli.terminal.Terminal;
import dev.hone.language.LanguageId;
import dev.hone.progress.Event;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A run in one view that is drawn in place: what it does, how far it is, and the end of the code
/// that the model writes. Events change what is known; drawing is apart from them, so that a fast
/// model waits for no terminal.
final class LiveView implements RunView {
  private static final long PAUSE_MILLIS = 100;
  private static final String BETWEEN = " · ";

  private final InPlace place;
  private final Terminal terminal;
  private final Volume volume;
  private final InstantSource clock;
  private final RunFigures figures;
  private final StreamedReply reply = new StreamedReply();
  private final List<ScheduledExecutorService> timers = new ArrayList<>();
  private Optional<SyntaxColours> colours = Optional.empty();
  private List<Line> code = List.of();
  private boolean written;
  private boolean over;

  LiveView(InPlace place, Terminal terminal, Volume volume, InstantSource clock) {
    this.place = place;
    this.terminal = terminal;
    this.volume = volume;
    this.clock = clock;
    this.figures = new RunFigures(clock.instant());
  }

  /// {@return a view that is drawn several times a second until it is closed}
  static LiveView on(Streams streams, Volume volume) {
    LiveView view =
        new LiveView(new InPlace(streams.err()), streams.drawing(), volume, InstantSource.system());
    streams.drawing().hold(view::end);
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hone-view").factory());
    view.timers.add(timer);
    // The size is asked for at each drawing, so that a changed one needs no signal.
    var _ = timer.scheduleWithFixedDelay(view::draw, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return view;
  }

  @Override
  public synchronized void report(Event event) {
    if (over) {
      return;
    }
    figures.take(event);
    switch (event) {
      case Event.Question _ -> {
        reply.begin();
        written = true;
      }
      case Event.ModelText(String text) -> {
        reply.append(text);
        written = true;
      }
      case Event.Attempt attempt -> {
        if (colours.isEmpty()) {
          colours = LanguageId.of(attempt.language()).map(SyntaxColours::new);
        }
      }
      case Event.Stage(String text) -> {
        if (volume == Volume.VERBOSE) {
          place.above(Cells.clean(text));
        }
      }
      case Event.Download _, Event.Answer _, Event.Tests _, Event.Verdict _ -> {}
    }
    if (volume == Volume.VERBOSE) {
      DetailLines.of(event).forEach(place::above);
    }
  }

  /// Draws what is known at this moment. Does nothing after {@link #close}.
  synchronized void draw() {
    if (over) {
      return;
    }
    if (written) {
      String text = reply.code();
      code = colours.map(known -> known.lines(text)).orElseGet(() -> SyntaxColours.plain(text));
      written = false;
    }
    Size size = terminal.size();
    place.draw(lines(size), size);
  }

  private List<Line> lines(Size size) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.STRONG, figures.stage()));
    packed(figures.items(clock.instant()), size.columns() - 1)
        .forEach(text -> lines.add(Line.of(Style.FAINT, text)));
    // One row stays free: a view as high as the screen would push its own first line off it.
    int left = size.rows() - 1 - lines.size();
    lines.addAll(code.subList(Math.max(0, code.size() - Math.max(0, left)), code.size()));
    return lines;
  }

  /// {@return the items in as few lines as hold them}
  private static List<String> packed(List<String> items, int columns) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String item : items) {
      String longer = line.isEmpty() ? item : line + BETWEEN + item;
      if (!line.isEmpty() && Cells.width(longer) > columns) {
        lines.add(line);
        longer = item;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /// Erases the view and shows the cursor.
  @Override
  public void close() {
    terminal.release();
    end();
  }

  private void end() {
    timers.forEach(ScheduledExecutorService::shutdownNow);
    synchronized (this) {
      over = true;
      place.erase();
    }
  }
}
