package dev.hone.cli;

import dev.hone.model.Bill;
import dev.hone.model.Cost;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.result.Failure;
import dev.hone.result.Mending;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunEnd;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.RunStart;
import java.time.Duration;
import java.util.Locale;

/// One run of the log as a person reads it.
final class RunText {
  private RunText() {}

  static String of(RunRecord run) {
    RunStart start = run.start();
    StringBuilder text = new StringBuilder();
    line(text, "run", run.id());
    line(text, "started", start.startedAt().toString());
    line(text, "hone", start.honeVersion());
    line(text, "model", start.model().name() + " (" + start.model().engine() + ")");
    line(text, "sandbox", start.sandbox());
    if (!start.settings().budget().isEmpty()) {
      line(text, "budget", String.join(", ", start.settings().budget()));
    }
    line(text, "ended", ending(run.end()));
    if (run.end() instanceof RunEnd.Finished finished
        && Costs.isWorthALine(finished.usage().cost())) {
      line(text, "cost", Costs.of(finished.usage().cost()));
    }
    switch (run.planning()) {
      case Planning.Pending _ -> line(text, "language", "not known yet");
      case Planning.Made made -> line(text, "language", made.language().language().id());
    }
    text.append("\nrequirement:\n").append(indented(start.requirement().text()));
    run.attempts().forEach(attempt -> attempt(text, attempt));
    return text.toString();
  }

  private static String ending(RunEnd end) {
    return switch (end) {
      case RunEnd.Unfinished _ -> "unfinished: it still runs, or was killed";
      case RunEnd.Stopped stopped ->
          stopped.ending().id() + (stopped.why().isEmpty() ? "" : " (" + stopped.why() + ")");
      case RunEnd.Finished finished ->
          "%s, %s, best attempt %d, %s"
              .formatted(
                  finished.ending().id(),
                  finished.passed() ? "passed" : notPassed(finished.failure()),
                  finished.bestAttempt(),
                  seconds(finished.time()));
    };
  }

  private static String notPassed(Failure failure) {
    return failure == Failure.NONE ? "not passed" : "not passed (" + failure.title() + ")";
  }

  private static void attempt(StringBuilder text, Attempt attempt) {
    text.append(
        "\nattempt %d, round %d: %s\n"
            .formatted(attempt.number(), attempt.round(), attempt.judgement().verdict().id()));
    line(text, "  tests", Account.tests(attempt));
    line(text, "  time", seconds(attempt.time()));
    attempt.exchanges().forEach(exchange -> line(text, "  asked", asked(exchange)));
    attempt.mendings().forEach(mending -> line(text, "  mended", mended(mending)));
    attempt
        .judgement()
        .findings()
        .forEach(f -> line(text, "  finding", f.rule() + " line " + f.line() + ": " + f.call()));
    attempt
        .judgement()
        .errors()
        .forEach(error -> text.append("  error:\n").append(indented(error)));
    attempt
        .code()
        .forEach(file -> text.append("  " + file.path() + ":\n").append(indented(file.content())));
  }

  private static String mended(Mending mending) {
    String before = mending.before().isEmpty() ? "" : ", which was " + mending.before();
    return "by rule: " + String.join(", ", mending.rules()) + before;
  }

  private static String asked(Exchange exchange) {
    Bill bill = exchange.reply().bill();
    return "%s by %s@%s%s, %d in, %d out%s, %s, %s"
        .formatted(
            exchange.role(),
            exchange.prompt().name(),
            exchange.prompt().hash(),
            bill.model().isEmpty() ? "" : " of " + bill.model(),
            exchange.reply().promptTokens(),
            exchange.reply().completionTokens(),
            bill.cost() instanceof Cost.Known && Costs.isWorthALine(bill.cost())
                ? ", " + Costs.of(bill.cost())
                : "",
            seconds(exchange.reply().total()),
            exchange.reply().finish());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private static String indented(String text) {
    return text.strip().indent(4);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-10s %s\n", name, value));
  }
}
