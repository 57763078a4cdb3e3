package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.failure.UsageException;
import dev.hone.language.PackageName;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.packages.PackageMentions;
import dev.hone.result.Ending;
import dev.hone.result.Result;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.RunSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
    SolveRequest request = request(then, Options.text(words, "--model", ""));
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

  /// {@return what an earlier run was asked for}
  ///
  /// @param run the run
  /// @param model the model that is asked now, or empty for the usual one
  static SolveRequest request(RunRecord run, String model) {
    RunSettings settings = run.start().settings();
    return new SolveRequest(
        run.start().requirement(),
        settings.rounds(),
        settings.seed(),
        settings.timeout(),
        settings.allowed(),
        settings.required(),
        model,
        byOption(run),
        new Budget(settings.budget().stream().flatMap(RerunCommand::bound).toList()));
  }

  // Those of the text are found in it again, and may be missing.
  private static List<PackageName> byOption(RunRecord run) {
    List<PackageName> mentioned =
        run.planning() instanceof Planning.Made made
            ? new PackageMentions(made.language().language()).in(run.start().requirement().text())
            : List.of();
    return run.start().settings().packages().stream()
        .flatMap(name -> PackageName.list(name).stream())
        .filter(name -> !mentioned.contains(name))
        .toList();
  }

  /// {@return a bound as the log writes it; those of a day are the settings' own}
  private static Stream<Bound> bound(String words) {
    String[] parts = words.split(" ", 2);
    String most = parts[parts.length - 1];
    return Stream.of(Bound.Kind.values())
        .filter(kind -> kind.id().equals(parts[0]))
        .map(
            kind ->
                switch (kind) {
                  case TOKENS -> Bound.tokens(Long.parseLong(most));
                  case COMPLETION_TOKENS -> Bound.completionTokens(Long.parseLong(most));
                  case COST -> Bound.cost(new BigDecimal(most));
                  case TIME ->
                      Bound.time(
                          Duration.ofMillis(
                              new BigDecimal(most.replace("s", "")).movePointRight(3).longValue()));
                });
  }
}
