package dev.hone.cli;

import dev.hone.result.Failure;
import dev.hone.runlog.Planning;
import dev.hone.runlog.Resumption;
import dev.hone.runlog.RunEnd;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.RunStart;
import dev.hone.runlog.Standing;

/// One run of the log as a person reads it.
final class RunText {
  private RunText() {}

  /// {@return the run with every attempt}
  static String of(RunRecord run, AttemptText attempts) {
    RunStart start = run.start();
    StringBuilder text = new StringBuilder();
    AttemptText.line(text, "run", run.id());
    AttemptText.line(text, "started", start.startedAt().toString());
    AttemptText.line(text, "hone", start.honeVersion());
    AttemptText.line(text, "model", start.model().name() + " (" + start.model().engine() + ")");
    AttemptText.line(text, "sandbox", start.sandbox());
    if (!start.settings().budget().isEmpty()) {
      AttemptText.line(text, "budget", String.join(", ", start.settings().budget()));
    }
    run.resumptions()
        .forEach(resumption -> AttemptText.line(text, "resumed", resumption(resumption)));
    AttemptText.line(text, "ended", ending(run.end()));
    if (run.end() instanceof RunEnd.Finished finished
        && Costs.isWorthALine(finished.usage().cost())) {
      AttemptText.line(text, "cost", Costs.of(finished.usage().cost()));
    }
    switch (run.planning()) {
      case Planning.Pending _ -> AttemptText.line(text, "language", "not known yet");
      case Planning.Made made ->
          AttemptText.line(text, "language", made.language().language().id());
    }
    text.append("\nrequirement:\n").append(AttemptText.indented(start.requirement().text()));
    if (attempts.prompts() && run.planning() instanceof Planning.Made made) {
      text.append("\nbefore the first attempt:\n").append(attempts.exchanges(made.exchanges()));
    }
    run.attempts().forEach(attempt -> text.append(attempts.of(attempt)));
    return text.toString();
  }

  private static String resumption(Resumption resumption) {
    Standing before = resumption.before();
    return "%s after attempt %d (%s), with %s"
        .formatted(
            resumption.at(),
            before.attempts(),
            before.ended().isEmpty() ? "broken off" : before.ended(),
            resumption.terms().model());
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
                  AttemptText.seconds(finished.time()));
    };
  }

  private static String notPassed(Failure failure) {
    return failure == Failure.NONE ? "not passed" : "not passed (" + failure.title() + ")";
  }
}
