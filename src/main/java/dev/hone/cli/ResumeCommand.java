package dev.hone.cli;

import dev.hone.ResumeRequest;
import dev.hone.config.SolveDefaults;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import dev.hone.result.UnifiedDiff;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone resume ID`: goes on with a run that was killed, or that ended without a pass.
final class ResumeCommand implements Command {
  private final Services services;

  ResumeCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "resume";
  }

  @Override
  public String purpose() {
    return "go on with a run that was killed or did not pass";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = named().addPositional(RunWord.spec());
    Stream.of(
            Stream.of(
                Options.value("--rounds", "N", "the most further rounds, 1 to 20 (3)"),
                EditOptions.diff(),
                Solving.out(),
                ProjectFolder.spec(),
                Options.model(),
                Options.engineProcess(),
                Options.offline(),
                Options.profile(),
                Options.record(),
                Options.replay(),
                Options.json(),
                Watching.spec()),
            Volume.specs().stream(),
            BudgetOptions.specs().stream(),
            SandboxOptions.specs().stream())
        .flatMap(specs -> specs)
        .forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Services chosen = Options.services(words, services);
    SolveDefaults defaults = SolveDefaults.of(chosen.settings());
    ResumeRequest request =
        new ResumeRequest(
            words.matchedPositionalValue(0, ""),
            Solving.rounds(words, defaults),
            Options.text(words, "--model", defaults.model()),
            BudgetOptions.of(words));
    Result result =
        new Solving(chosen)
            .run(
                (used, progress) -> used.resume(request, progress),
                resumed -> shown(resumed, words),
                words,
                streams);
    return Solving.exit(result);
  }

  private static String shown(Result result, ParseResult words) {
    return Options.has(words, EditOptions.DIFF)
        ? UnifiedDiff.of(
            result.requirement().existing(), result.best().map(Attempt::code).orElse(List.of()))
        : Solving.code(result);
  }
}
