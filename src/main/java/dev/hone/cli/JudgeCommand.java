package dev.hone.cli;

import dev.hone.JudgeRequest;
import dev.hone.language.LanguageId;
import dev.hone.result.Forms;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.Verdict;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone judge`: code and tests as they are, without a model.
final class JudgeCommand implements Command {
  private final Services services;

  JudgeCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "judge";
  }

  @Override
  public String purpose() {
    return "judge code by tests; no model is used";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addOption(Options.required(Options.language()))
            .addOption(
                Options.required(
                    Options.files("--code", "files or folders of the code, file under test first")))
            .addOption(Options.required(Options.files("--tests", "the test files")))
            .addOption(Options.with())
            .addOption(Options.timeout())
            .addOption(Options.allow())
            .addOption(Options.profile())
            .addOption(Options.json());
    SandboxOptions.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Services named = Options.services(words, services);
    LanguageId language =
        Options.language(Options.text(words, "--language", ""), named.languages());
    JudgeRequest request =
        new JudgeRequest(
            language,
            TextFiles.code(Options.texts(words, "--code"), "--code"),
            TextFiles.tests(Options.texts(words, "--tests"), "--tests"),
            Options.allowed(words, Set.of()),
            Options.seconds(words, "--timeout", named.sandboxSettings().limits().wall()),
            Options.packages(words, ""));
    Services chosen = named.in(SandboxOptions.of(words, streams));
    Judgement judgement;
    String sandbox;
    try (ProgressView view = ProgressView.of(streams)) {
      sandbox = chosen.sandbox(view).mode();
      judgement = chosen.judge(request, view);
    }
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(Forms.judge(language, sandbox, judgement)));
    } else {
      judgement.outcomes().forEach(outcome -> streams.out().println(line(outcome)));
      streams.err().println("sandbox: " + sandbox);
      streams.err().println("verdict: " + judgement.verdict().id());
      judgement.errors().forEach(streams.err()::println);
    }
    return judgement.verdict() instanceof Verdict.Passed ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static String line(TestOutcome outcome) {
    String message = outcome.message().lines().findFirst().orElse("");
    return "%-7s %s%s"
        .formatted(outcome.outcome().id(), outcome.name(), message.isEmpty() ? "" : "  " + message);
  }
}
