package dev.hone.runlog;

import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.result.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Finds what a run without a result has come to, from what is there of it.
final class Progressed {
  private final RunRecord run;
  private final Standing before;
  private final Instant since;

  Progressed(RunRecord run) {
    this.run = run;
    this.before =
        run.resumptions().isEmpty() ? Standing.BEGUN : run.resumptions().getLast().before();
    this.since =
        run.resumptions().isEmpty() ? run.start().startedAt() : run.resumptions().getLast().at();
  }

  Standing standing() {
    return new Standing(run.attempts().size(), run.end().id(), spent(), time());
  }

  private Usage spent() {
    return Stream.concat(
            opening().stream(), attempts().stream().flatMap(a -> a.exchanges().stream()))
        .map(exchange -> Usage.of(exchange.reply()))
        .reduce(before.spent(), Usage::plus);
  }

  // Whoever had spent something had a plan, and what was asked for it is in that.
  private List<Exchange> opening() {
    return before.spent().calls() == 0 && run.planning() instanceof Planning.Made made
        ? made.exchanges()
        : List.of();
  }

  private Duration time() {
    return attempts().isEmpty()
        ? before.time()
        : before
            .time()
            .plus(Duration.between(since, attempts().getLast().startedAt()))
            .plus(attempts().getLast().time());
  }

  private List<Attempt> attempts() {
    return run.attempts().subList(before.attempts(), run.attempts().size());
  }
}
