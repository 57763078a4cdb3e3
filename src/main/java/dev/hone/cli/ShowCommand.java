package dev.hone.cli;

import dev.hone.candidate.CodeDiff;
import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.result.Forms;
import dev.hone.runlog.Label;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `hone show ID`.
final class ShowCommand implements Command {
  private final Services services;

  ShowCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String purpose() {
    return "print one run with every attempt";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(RunWord.spec())
        .addOption(Options.value("--attempt", "N", "only this attempt"))
        .addOption(Options.value("--round", "N", "only the attempts of this round"))
        .addOption(Options.flag("--prompts", "with every prompt and reply"))
        .addOption(Options.flag("--diff", "code as what changed since the attempt before"))
        .addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    RunRecord run;
    ObjectNode form;
    Optional<Label> label;
    Optional<Instant> pruned;
    try (RunLog log = services.runLog()) {
      run = RunWord.find(log, words.matchedPositionalValue(0, ""));
      form = RunForms.show(run, log);
      label = log.label(run.id());
      pruned = log.prunedAt(run.id());
    }
    List<Attempt> chosen = AttemptChoice.of(words, run);
    boolean diff = Options.has(words, "--diff");
    if (Options.has(words, "--json")) {
      form.set("attempts", attempts(run, chosen, diff));
      streams.out().print(Json.text(form));
    } else {
      AttemptText attempts = new AttemptText(run.attempts(), Options.has(words, "--prompts"), diff);
      streams.out().print(text(run, chosen, attempts, AttemptChoice.isNarrow(words)));
      label.ifPresent(
          said -> streams.out().println("\nmarked by a person: " + LabelCommand.words(said)));
      pruned.ifPresent(
          at ->
              streams
                  .out()
                  .println("\ncode, tests, prompts, replies and outputs were pruned on " + at));
    }
    return ExitCode.OK;
  }

  private static String text(
      RunRecord run, List<Attempt> chosen, AttemptText attempts, boolean narrow) {
    return narrow
        ? chosen.stream().map(attempts::of).collect(Collectors.joining()).stripLeading()
        : RunText.of(run, attempts);
  }

  private static ArrayNode attempts(RunRecord run, List<Attempt> chosen, boolean diff) {
    ArrayNode attempts = JsonNodeFactory.instance.arrayNode();
    for (Attempt attempt : chosen) {
      ObjectNode form = Forms.attempt(attempt);
      if (diff) {
        form.put("diff", CodeDiff.of(codeBefore(run, attempt), attempt.code()));
      }
      attempts.add(form);
    }
    return attempts;
  }

  private static List<SourceFile> codeBefore(RunRecord run, Attempt attempt) {
    int place = run.attempts().indexOf(attempt);
    return place < 1 ? List.of() : run.attempts().get(place - 1).code();
  }
}
