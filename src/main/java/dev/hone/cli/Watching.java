package dev.hone.cli;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Result;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Whoever watches a run: a person, a program that reads events, both or nobody.
final class Watching implements Progress, AutoCloseable {
  private static final String EVENTS = "--events";

  private final RunView view;
  private final List<EventLines> events;

  private Watching(RunView view, List<EventLines> events) {
    this.view = view;
    this.events = events;
  }

  /// {@return `--events`}
  static OptionSpec spec() {
    return Options.value(EVENTS, "FILE", "write what happens there as lines of JSON; - is stderr");
  }

  /// {@return what the options ask for}
  ///
  /// @throws dev.hone.failure.UsageException if the file for events cannot be written
  static Watching of(ParseResult words, Streams streams) {
    String typed = Options.text(words, EVENTS, "");
    List<EventLines> events = typed.isEmpty() ? List.of() : List.of(EventLines.to(typed, streams));
    Volume volume = isQuiet(words) ? Volume.QUIET : Volume.of(words);
    return new Watching(RunView.of(volume, streams), events);
  }

  /// {@return whether standard error has neither progress nor an account for people}
  static boolean isQuiet(ParseResult words) {
    return Volume.of(words) == Volume.QUIET || Options.text(words, EVENTS, "").equals("-");
  }

  @Override
  public void report(Event event) {
    view.report(event);
    events.forEach(lines -> lines.report(event));
  }

  /// Tells of a run's end.
  void end(Result result) {
    events.forEach(lines -> lines.end(result));
  }

  /// Tells of a run that came to no result.
  void failed(Throwable thrown) {
    events.forEach(lines -> lines.failed(thrown));
  }

  @Override
  public void close() {
    view.close();
    events.forEach(EventLines::close);
  }
}
