package dev.hone.cli;

import dev.hone.runlog.Page;
import dev.hone.runlog.RunFilter;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunSummary;
import java.time.Instant;
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
  public String name() {
    return "runs";
  }

  @Override
  public String purpose() {
    return "list the runs in the log, newest first";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = named();
    RunsOptions.specs().forEach(spec::addOption);
    RunsOptions.pages().forEach(spec::addOption);
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    List<RunSummary> found;
    RunFilter filter;
    Page page;
    try (RunLog log = services.runLog()) {
      filter = RunsOptions.filter(words, log, Instant.now());
      page = RunsOptions.page(words, log);
      // one more than asked for tells whether there are more
      found = log.runs(filter, new Page(page.limit() + 1, page.offset(), page.before()));
    }
    List<RunSummary> runs = found.subList(0, Math.min(page.limit(), found.size()));
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(RunForms.runs(runs)));
    } else {
      runs.forEach(run -> streams.out().println(line(run)));
      if (runs.isEmpty()) {
        streams.err().println(nothing(filter, page));
      }
    }
    if (found.size() > runs.size()) {
      streams
          .err()
          .println("there are more; go on with --before %s".formatted(runs.getLast().runId()));
    }
    return ExitCode.OK;
  }

  private static String nothing(RunFilter filter, Page page) {
    return filter.equals(RunFilter.ALL) && page.before().isEmpty() && page.offset() == 0
        ? "no runs yet"
        : "no such runs; hone runs without options lists all";
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
