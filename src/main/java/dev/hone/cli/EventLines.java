package dev.hone.cli;

import dev.hone.failure.HoneException;
import dev.hone.failure.UsageException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What happens in a run, as a line of JSON for each event while it happens, and one for its end.
final class EventLines implements Progress, AutoCloseable {
  /// The number of the lines' form; it changes when a field changes its meaning.
  static final int SCHEMA = 1;

  // Always three decimals, so that lines sort as the times do.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final PrintStream out;
  private final boolean owned;
  private final InstantSource clock;

  EventLines(PrintStream out, boolean owned, InstantSource clock) {
    this.out = out;
    this.owned = owned;
    this.clock = clock;
  }

  /// {@return the lines in a file that begins anew}
  ///
  /// @param typed the file; `-` is standard error
  /// @throws UsageException if it cannot be written
  static EventLines to(String typed, Streams streams) {
    if (typed.equals("-")) {
      return new EventLines(streams.err(), false, InstantSource.system());
    }
    try {
      PrintStream file =
          new PrintStream(Files.newOutputStream(Path.of(typed)), true, StandardCharsets.UTF_8);
      return new EventLines(file, true, InstantSource.system());
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--events %s cannot be written (%s); name a file that can, or - for standard error"
              .formatted(typed, e));
    }
  }

  @Override
  public void report(Event event) {
    switch (event) {
      case Event.Stage(String text) -> print(line("stage").put("text", text));
      case Event.ModelText(String text) -> print(line("modelText").put("text", text));
      case Event.Download moved ->
          print(
              line("download")
                  .put("name", moved.name())
                  .put("source", moved.source())
                  .put("doneBytes", moved.doneBytes())
                  .put("totalBytes", moved.totalBytes() > 0 ? moved.totalBytes() : null));
      case Event.Attempt attempt ->
          print(
              line("attempt")
                  .put("round", attempt.round())
                  .put("rounds", attempt.rounds())
                  .put("attempt", attempt.attempt())
                  .put("attempts", attempt.attempts())
                  .put("language", attempt.language()));
      case Event.Question(String role, String model, int characters) ->
          print(
              line("question").put("role", role).put("model", model).put("characters", characters));
      case Event.Answer answer -> print(answer(answer));
      case Event.Tests(int passed, int ran, int all) ->
          print(line("tests").put("passed", passed).put("ran", ran).put("all", all));
      case Event.Verdict verdict -> {
        ObjectNode form =
            line("verdict").put("attempt", verdict.attempt()).put("verdict", verdict.verdict());
        verdict.errors().forEach(form.putArray("errors")::add);
        print(form);
      }
    }
  }

  private ObjectNode answer(Event.Answer answer) {
    return line("answer")
        .put("role", answer.role())
        .put("promptTokens", answer.promptTokens())
        .put("cachedTokens", answer.cachedTokens())
        .put("completionTokens", answer.completionTokens())
        .put("seconds", answer.time().toMillis() / 1000.0)
        .put("cost", answer.cost().isEmpty() ? null : new BigDecimal(answer.cost()));
  }

  /// Writes the last line of a run that came to a result.
  ///
  /// @param result what it came to
  void end(Result result) {
    String verdict =
        result.best().map((Attempt best) -> best.judgement().verdict().id()).orElse(null);
    String failure = result.failure().id();
    print(
        line("end")
            .put("runId", result.runId())
            .put("passed", result.passed())
            .put("verdict", verdict)
            .put("ended", result.ending().id())
            .put("failure", failure.isEmpty() ? null : failure)
            .put("rounds", result.rounds())
            .put("attempts", result.attempts().size())
            .put("exit", Solving.exit(result))
            .putNull("error"));
  }

  /// Writes the last line of a run that came to none.
  ///
  /// @param thrown why
  void failed(Throwable thrown) {
    print(
        line("end")
            .putNull("runId")
            .put("passed", false)
            .putNull("verdict")
            .putNull("ended")
            .putNull("failure")
            .put("rounds", 0)
            .put("attempts", 0)
            .put("exit", exit(thrown))
            .put("error", String.valueOf(thrown.getMessage())));
  }

  /// Closes the file, if it is one.
  @Override
  public void close() {
    if (owned) {
      out.close();
    }
  }

  private static int exit(Throwable thrown) {
    if (thrown instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return thrown instanceof HoneException known ? ExitCode.of(known.type()) : ExitCode.INTERNAL;
  }

  private ObjectNode line(String event) {
    Instant now = clock.instant();
    return JsonNodeFactory.instance
        .objectNode()
        .put("schema", SCHEMA)
        .put("event", event)
        .put("at", TIME.format(now));
  }

  // One call a line, as other threads may print to standard error too.
  private void print(ObjectNode line) {
    out.print(line + "\n");
    out.flush();
  }
}
