package dev.hone.cli;

import dev.hone.agent.Replayed;
import dev.hone.failure.UsageException;
import dev.hone.result.Forms;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.RunStart;
import dev.hone.verdict.TestChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `hone replay ID`: judges what a run kept once more, without a model.
final class ReplayCommand implements Command {
  private final Services services;

  ReplayCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String purpose() {
    return "judge every attempt of a run again; no model is used";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = named().addPositional(RunWord.spec()).addOption(Options.json());
    SandboxOptions.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    RunRecord run;
    Optional<Instant> pruned;
    try (RunLog log = services.runLog()) {
      run = RunWord.find(log, words.matchedPositionalValue(0, ""));
      pruned = log.prunedAt(run.id());
    }
    check(run, pruned);
    Services chosen = services.in(SandboxOptions.of(words, streams));
    List<Replayed> replayed;
    String sandbox;
    try (ProgressView view = ProgressView.of(streams)) {
      sandbox = chosen.sandbox(view).mode();
      replayed = chosen.replay(run, view);
    }
    boolean same = replayed.stream().allMatch(Replayed::isSame);
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(form(run, sandbox, replayed)));
    } else {
      replayed.forEach(one -> streams.out().print(text(one)));
      streams.err().println(sum(replayed, sandbox));
    }
    if (!same) {
      differences(run.start(), sandbox).forEach(streams.err()::println);
    }
    return same ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static void check(RunRecord run, Optional<Instant> pruned) {
    if (pruned.isPresent()) {
      throw new UsageException(
          "the run %s cannot be replayed: its code and tests were pruned on %s; hone runs lists the others"
              .formatted(run.id(), pruned.get()));
    }
    if (run.attempts().isEmpty()) {
      throw new UsageException(
          "the run %s has no attempt that could be replayed; hone runs lists the others"
              .formatted(run.id()));
    }
  }

  private static String text(Replayed replayed) {
    String before = replayed.attempt().judgement().verdict().id();
    return switch (replayed) {
      case Replayed.WithoutCode(var attempt) ->
          line(attempt.number(), before, "-", "the reply held no code to judge");
      case Replayed.Judged judged -> {
        StringBuilder text =
            new StringBuilder(
                line(
                    judged.attempt().number(),
                    before,
                    judged.judgement().verdict().id(),
                    judged.isSame() ? "same" : "differs"));
        for (TestChange change : judged.changes()) {
          text.append(DiffCommand.words(change));
        }
        yield text.toString();
      }
    };
  }

  private static String line(int number, String before, String after, String word) {
    return String.format(Locale.ROOT, "attempt %-3d %-22s %-22s %s\n", number, before, after, word);
  }

  private static String sum(List<Replayed> replayed, String sandbox) {
    long differ = replayed.stream().filter(one -> !one.isSame()).count();
    String all = replayed.size() == 1 ? "1 attempt" : replayed.size() + " attempts";
    return differ == 0
        ? "%s judged again in %s: every verdict is as it was".formatted(all, sandbox)
        : "%s judged again in %s: %d with another verdict".formatted(all, sandbox, differ);
  }

  /// What else is not as it was, and may be why.
  private List<String> differences(RunStart then, String sandbox) {
    List<String> lines = new ArrayList<>();
    if (!then.sandbox().equals(sandbox)) {
      lines.add("the run was judged in the sandbox %s".formatted(then.sandbox()));
    }
    if (!then.honeVersion().equals(services.version())) {
      lines.add(
          "the run was judged by Hone %s, this is %s"
              .formatted(then.honeVersion(), services.version()));
    }
    lines.add(
        "toolchains, packages, the machine's load and limits other than the time are those of today");
    return lines;
  }

  private static ObjectNode form(RunRecord run, String sandbox, List<Replayed> replayed) {
    ObjectNode form = RunForms.of(run.id());
    form.put("sandbox", sandbox);
    form.put("sandboxThen", run.start().sandbox());
    form.put("same", replayed.stream().allMatch(Replayed::isSame));
    ArrayNode attempts = form.putArray("attempts");
    replayed.forEach(one -> attempts.add(attempt(one)));
    return form;
  }

  private static ObjectNode attempt(Replayed replayed) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("attempt", replayed.attempt().number());
    form.put("round", replayed.attempt().round());
    form.put("before", replayed.attempt().judgement().verdict().id());
    switch (replayed) {
      case Replayed.WithoutCode _ -> {
        form.putNull("after").put("same", true);
        form.putArray("outcomes");
        form.putArray("errors");
      }
      case Replayed.Judged judged -> {
        form.put("after", judged.judgement().verdict().id()).put("same", judged.isSame());
        form.set("outcomes", Forms.changes(judged.changes()));
        ArrayNode errors = form.putArray("errors");
        judged.judgement().errors().forEach(errors::add);
      }
    }
    return form;
  }
}
