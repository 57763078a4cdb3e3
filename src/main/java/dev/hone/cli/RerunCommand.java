package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.failure.UsageException;
import dev.hone.result.Ending;
import dev.hone.result.Result;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// `hone rerun ID`: asks for the same again, of the same model or another.
final class RerunCommand implements Command {
  private final Services services;

  RerunCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "rerun";
  }

  @Override
  public String purpose() {
    return "ask for the same as a run again, and compare the two";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addPositional(RunWord.spec())
            .addOption(Options.model())
            .addOption(Options.engineProcess())
            .addOption(Options.offline())
            .addOption(Options.json());
    Volume.specs().forEach(spec::addOption);
    SandboxOptions.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Volume volume = Volume.of(words);
    RunRecord then;
    try (RunLog log = services.runLog()) {
      then = RunWord.find(log, words.matchedPositionalValue(0, ""));
      if (log.prunedAt(then.id()).isPresent()) {
        throw new UsageException(
            "the run %s cannot be made again: tests that were given with it may have been pruned; type hone with its text"
                .formatted(then.id()));
      }
    }
    SolveRequest request = SolveRequest.again(then, Options.text(words, "--model", ""));
    Services chosen = Options.services(words, services).in(SandboxOptions.of(words, streams));
    Result now;
    try (RunView view = RunView.of(volume, streams)) {
      now = chosen.solve(request, view);
    }
    RunSide before = RunSide.of(then);
    RunSide after = RunSide.of(now);
    if (Options.has(words, "--json")) {
      ObjectNode form = RunForms.of(now.runId());
      form.set("then", before.form());
      form.set("now", after.form());
      streams.out().print(Json.text(form));
    } else {
      streams.out().print(RunSide.table(before, after));
    }
    if (now.ending() == Ending.CANCELLED) {
      return ExitCode.INTERRUPTED;
    }
    return now.passed() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }
}
