package dev.hone.cli;

import dev.hone.candidate.CodeDiff;
import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.result.Forms;
import dev.hone.runlog.Label;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
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
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("show")
            .addPositional(RunWord.spec())
            .addOption(Options.value("--attempt", "N", "only this attempt"))
            .addOption(Options.value("--round", "N", "only the attempts of this round"))
            .addOption(Options.flag("--prompts", "with every prompt and reply"))
            .addOption(Options.flag("--diff", "code as what changed since the attempt before"))
            .addOption(Options.json());
    spec.usageMessage().description("print one run with every attempt");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    RunRecord run;
    Optional<Label> label;
    try (RunLog log = services.runLog()) {
      run = RunWord.find(log, words.matchedPositionalValue(0, ""));
      label = log.label(run.id());
    }
    List<Attempt> chosen = AttemptChoice.of(words, run);
    boolean diff = Options.has(words, "--diff");
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(form(run, chosen, label, diff)));
    } else {
      AttemptText attempts =
          new AttemptText(run.attempts(), Options.has(words, "--prompts"), diff);
      streams.out().print(text(run, chosen, attempts, AttemptChoice.isNarrow(words)));
      label.ifPresent(
          said -> streams.out().println("\nmarked by a person: " + LabelCommand.words(said)));
    }
    return ExitCode.OK;
  }

  private static String text(
      RunRecord run, List<Attempt> chosen, AttemptText attempts, boolean narrow) {
    return narrow
        ? chosen.stream().map(attempts::of).collect(Collectors.joining()).stripLeading()
        : RunText.of(run, attempts);
  }

  private static ObjectNode form(
      RunRecord run, List<Attempt> chosen, Optional<Label> label, boolean diff) {
    ObjectNode form = RunForms.show(run);
    ArrayNode attempts = form.putArray("attempts");
    for (Attempt attempt : chosen) {
      ObjectNode one = Forms.attempt(attempt);
      if (diff) {
        one.put("diff", CodeDiff.of(codeBefore(run, attempt), attempt.code()));
      }
      attempts.add(one);
    }
    form.set(
        "label",
        label.isPresent() ? RunForms.label(label.get()) : JsonNodeFactory.instance.nullNode());
    return form;
  }

  private static List<SourceFile> codeBefore(RunRecord run, Attempt attempt) {
    int place = run.attempts().indexOf(attempt);
    return place < 1 ? List.of() : run.attempts().get(place - 1).code();
  }
}
