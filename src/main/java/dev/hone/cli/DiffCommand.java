package dev.hone.cli;

import dev.hone.candidate.CodeDiff;
import dev.hone.result.Attempt;
import dev.hone.result.Forms;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.verdict.TestChange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// `hone diff ID A B`: what changed from one attempt of a run to another.
final class DiffCommand implements Command {
  private final Services services;

  DiffCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String purpose() {
    return "compare code and tests of two attempts of a run";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(RunWord.spec())
        .addPositional(RunWord.word(1, "A", "the number of the attempt to begin with"))
        .addPositional(RunWord.word(2, "B", "the number of the attempt to compare with it"))
        .addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    RunRecord run;
    try (RunLog log = services.runLog()) {
      run = RunWord.find(log, words.matchedPositionalValue(0, ""));
    }
    Attempt before = AttemptChoice.numbered(run, words.matchedPositionalValue(1, ""));
    Attempt after = AttemptChoice.numbered(run, words.matchedPositionalValue(2, ""));
    List<TestChange> changes =
        TestChange.between(before.judgement().outcomes(), after.judgement().outcomes());
    String diff = CodeDiff.of(before.code(), after.code());
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(form(run, before, after, changes, diff)));
    } else {
      streams.out().print(line(before) + line(after) + tests(changes));
      streams.out().print(diff.isEmpty() ? "the code is the same\n" : diff);
    }
    return ExitCode.OK;
  }

  private static ObjectNode form(
      RunRecord run, Attempt before, Attempt after, List<TestChange> changes, String diff) {
    ObjectNode form = RunForms.of(run.id());
    form.set("before", RunForms.attempt(before));
    form.set("after", RunForms.attempt(after));
    form.set("outcomes", Forms.changes(changes));
    return form.put("diff", diff);
  }

  private static String line(Attempt attempt) {
    return String.format(
        Locale.ROOT,
        "attempt %d, round %d: %s (%s)\n",
        attempt.number(),
        attempt.round(),
        attempt.judgement().verdict().id(),
        Account.tests(attempt));
  }

  private static String tests(List<TestChange> changes) {
    return changes.isEmpty()
        ? "no test went another way\n"
        : changes.stream().map(DiffCommand::words).collect(Collectors.joining());
  }

  /// {@return a line that says how a test changed}
  static String words(TestChange change) {
    String before = change.before().isEmpty() ? "not there" : change.before();
    String after = change.after().isEmpty() ? "not there" : change.after();
    return "  %s: %s → %s\n".formatted(change.name(), before, after);
  }
}
