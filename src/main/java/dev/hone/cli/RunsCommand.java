package dev.hone.cli;

import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunSummary;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone runs`.
final class RunsCommand implements Command {
  private static final int WIDTH = 60;

  private final Services services;

  RunsCommand(Services services) {
    this.services = services;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("runs")
            .addOption(Options.value("--limit", "N", "the most runs (100)"))
            .addOption(Options.json());
    spec.usageMessage().description("list the runs in the log, newest first");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    int limit = Math.clamp(Options.number(words, "--limit", 100), 1, Integer.MAX_VALUE);
    List<RunSummary> runs;
    try (RunLog log = services.runLog()) {
      runs = log.runs(limit);
    }
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(RunForms.runs(runs)));
    } else {
      runs.forEach(run -> streams.out().println(line(run)));
      if (runs.isEmpty()) {
        streams.err().println("no runs yet");
      }
    }
    return ExitCode.OK;
  }

  private static String line(RunSummary run) {
    String ended = run.ended().isEmpty() ? "unfinished" : run.ended();
    String text = run.requirement().replaceAll("\\s+", " ");
    return String.format(
        Locale.ROOT,
        "%s  %-7s %-19s %-11s %d  %-10s %s",
        run.runId(),
        run.passed() ? "passed" : "-",
        run.verdict().isEmpty() ? "-" : run.verdict(),
        ended,
        run.rounds(),
        run.language().isEmpty() ? "-" : run.language(),
        text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text);
  }
}
