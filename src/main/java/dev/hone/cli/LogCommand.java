package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.LogPlace;
import dev.hone.runlog.LogStatus;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunSummary;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone log status`: what there is in the run log.
final class LogCommand implements Command {
  private static final String STATUS = "status";

  private final Services services;

  LogCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String purpose() {
    return "the run log itself: where it is, its size, what is unfinished";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            RunWord.word(0, STATUS, "say where the log is and what is in it", List.of(STATUS)))
        .addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String word = words.matchedPositionalValue(0, "");
    if (!word.equals(STATUS)) {
      throw new UsageException("hone log takes the word status, not '%s'".formatted(word));
    }
    LogStatus status;
    try (RunLog log = services.runLog()) {
      status = log.status();
    }
    streams
        .out()
        .print(Options.has(words, "--json") ? Json.text(RunForms.status(status)) : text(status));
    return ExitCode.OK;
  }

  private static String text(LogStatus status) {
    LogStatus.Counts counts = status.counts();
    StringBuilder text = new StringBuilder();
    line(
        text,
        switch (status.place()) {
          case LogPlace.InFile _ -> "file";
          case LogPlace.Shared _ -> "database";
        },
        status.place().words());
    line(text, "size", Sizes.bytes(status.bytes()));
    line(text, "schema", Integer.toString(status.schema()));
    line(
        text,
        "runs",
        "%d, %d passed, %d marked by a person, %d without their code"
            .formatted(counts.runs(), counts.passed(), counts.labelled(), counts.pruned()));
    line(
        text,
        "attempts",
        "%d, with %d questions to models".formatted(counts.attempts(), counts.exchanges()));
    if (!status.ends().isEmpty()) {
      line(text, "oldest", when(status.ends().getFirst()));
      line(text, "newest", when(status.ends().getLast()));
    }
    line(
        text,
        "unfinished",
        counts.unfinished() == 0
            ? "none"
            : counts.unfinished() + ": they still go on, or were killed");
    status.unfinished().forEach(run -> line(text, "", when(run)));
    return text.toString();
  }

  private static String when(RunSummary run) {
    return run.runId() + ", begun " + run.startedAt();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-10s %s\n", name, value));
  }
}
