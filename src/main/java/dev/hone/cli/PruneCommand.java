package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.LogPlace;
import dev.hone.runlog.Prunable;
import dev.hone.runlog.Pruning;
import dev.hone.runlog.RunLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone prune`: deletes old runs from the log, after it has said which.
final class PruneCommand implements Command {
  /// No run goes on for longer.
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Services services;

  PruneCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "prune";
  }

  @Override
  public String purpose() {
    return "delete old runs from the log, after saying which";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addOption(Options.value("--older-than", "WHEN", "days such as 90d, or a day: 2026-11-01"))
        .addOption(Options.value("--keep", "N", "all but the newest N"))
        .addOption(
            Options.flag(
                "--code-only", "keep verdicts and counts; code, tests, prompts and replies go"))
        .addOption(Options.flag("--yes", "delete without asking"));
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    Instant now = Instant.now();
    boolean codeOnly = Options.has(words, "--code-only");
    Pruning pruning = new Pruning(old(words, now), codeOnly, now.minus(LONGEST));
    try (RunLog log = services.runLog()) {
      Prunable found = log.prunable(pruning);
      if (found.running() > 0) {
        streams.err().println(running(found));
      }
      if (found.runs().isEmpty()) {
        streams.out().println("no run of %d is old enough".formatted(found.all()));
        return ExitCode.OK;
      }
      streams.out().println(words(found, codeOnly));
      if (!Options.has(words, "--yes") && !consents(streams)) {
        streams.out().println("nothing was deleted");
        return ExitCode.NOT_PASSED;
      }
      long before = log.status().bytes();
      log.prune(found.runs(), codeOnly, now);
      streams.out().println(done(log, before));
    }
    return ExitCode.OK;
  }

  private static Pruning.Old old(ParseResult words, Instant now) {
    boolean aged = Options.has(words, "--older-than");
    if (aged == Options.has(words, "--keep")) {
      throw new UsageException(
          "hone prune takes one of --older-than 90d and --keep 1000; it deletes nothing without");
    }
    return aged
        ? new Pruning.Old.Before(
            StatsOptions.time("--older-than", Options.text(words, "--older-than", ""), now))
        : new Pruning.Old.Beyond(RunsOptions.number(words, "--keep", 0, 0));
  }

  private static String words(Prunable found, boolean codeOnly) {
    int runs = found.runs().size();
    String which =
        runs == 1
            ? found.runs().getFirst()
            : "%s to %s".formatted(found.runs().getLast(), found.runs().getFirst());
    return "to be deleted for good: %s%d of %d %s (%s), with %d %s"
        .formatted(
            codeOnly ? "code, tests, prompts, replies and outputs of " : "",
            runs,
            found.all(),
            found.all() == 1 ? "run" : "runs",
            which,
            found.attempts(),
            found.attempts() == 1 ? "attempt" : "attempts");
  }

  private static String running(Prunable found) {
    return "%d unfinished of the last day may still go on and %s kept"
        .formatted(found.running(), found.running() == 1 ? "is" : "are");
  }

  private static boolean consents(Streams streams) {
    if (!streams.terminal()) {
      throw new UsageException("nothing was deleted; add --yes where no terminal can be asked");
    }
    streams.err().print("Delete? [y/N] ");
    streams.err().flush();
    try {
      // not closed: standard input belongs to the process
      BufferedReader in =
          new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
      String answer = in.readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String done(RunLog log, long before) {
    boolean shrunk = log.shrink();
    if (shrunk) {
      long after = log.status().bytes();
      return "done; the log has %s now, it had %s"
          .formatted(Sizes.bytes(after), Sizes.bytes(before));
    }
    return switch (log.place()) {
      case LogPlace.InFile _ ->
          "done; another hone uses the log, so its file keeps its size, and later runs fill it";
      case LogPlace.Shared _ ->
          "done; the database keeps its size, and later runs fill what is free in it";
    };
  }
}
