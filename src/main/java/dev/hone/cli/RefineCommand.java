package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.PackageName;
import dev.hone.language.SourceFile;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import dev.hone.result.UnifiedDiff;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone refine ID ADDITION`: goes on from the best attempt of an earlier run, as a run of its own.
final class RefineCommand implements Command {
  private final Services services;

  RefineCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "refine";
  }

  @Override
  public String purpose() {
    return "go on from an earlier run's code with one more wish";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addPositional(
                word("ID", "0", "the run to go on from, or a beginning of its identifier"))
            .addPositional(
                word(
                    "ADDITION", "1", "what the code shall do too; - reads it from standard input"));
    Solving.specs().forEach(spec::addOption);
    return spec;
  }

  private static PositionalParamSpec word(String label, String index, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity("1")
        .required(true)
        .index(index)
        .type(String.class)
        .description(description)
        .build();
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    RunRecord run;
    try (RunLog log = services.runLog()) {
      run = RunWord.find(log, words.matchedPositionalValue(0, ""));
    }
    Attempt base = base(run);
    Requirement requirement =
        requirement(run, base, words, Solving.text(words.matchedPositionalValue(1, ""), streams));
    if (!Watching.isQuiet(words)) {
      streams.err().print(told(run, base));
    }
    Services chosen = Options.services(words, services);
    Result result =
        new Solving(chosen)
            .run(
                request(requirement, run, words, chosen),
                solved -> shown(solved, words),
                words,
                streams);
    return Solving.exit(result);
  }

  // A run that was stopped has no best attempt by name; its last code is what there is.
  private static Attempt base(RunRecord run) {
    Optional<Attempt> last =
        run.attempts().reversed().stream().filter(attempt -> !attempt.code().isEmpty()).findFirst();
    return run.best()
        .filter(attempt -> !attempt.code().isEmpty())
        .or(() -> last)
        .orElseThrow(
            () ->
                new UsageException(
                    "the run %s has no code to go on from; start anew by: hone solve \"…\""
                        .formatted(run.id())));
  }

  private static Requirement requirement(
      RunRecord run, Attempt base, ParseResult words, String addition) {
    Requirement before = run.start().requirement();
    EditedFiles none = EditedFiles.read(List.of());
    List<SourceFile> tests = new ArrayList<>(before.ownTests());
    for (SourceFile test : TextFiles.tests(Options.texts(words, "--tests"), "--tests")) {
      // a person who gives a test file again means the new one
      tests.removeIf(old -> old.path().equals(test.path()));
      tests.add(test);
    }
    List<SourceFile> context = new ArrayList<>(before.context());
    for (SourceFile file : none.context(Options.texts(words, EditOptions.CONTEXT))) {
      context.removeIf(old -> old.path().equals(file.path()));
      context.add(file);
    }
    return new Requirement(
        before.text() + "\n\nIn addition: " + addition,
        language(run).map(LanguageId::id).orElse(before.language()),
        tests,
        base.code(),
        context);
  }

  private static Optional<LanguageId> language(RunRecord run) {
    return switch (run.planning()) {
      case Planning.Made made -> Optional.of(made.language().language());
      case Planning.Pending _ -> Optional.empty();
    };
  }

  // Packages are part of what the code needs. What the scan was told to permit is not carried on: a
  // permission holds for the run it was given to.
  private static SolveRequest request(
      Requirement requirement, RunRecord run, ParseResult words, Services services) {
    SolveRequest asked = Solving.request(requirement, words, services);
    List<PackageName> packages =
        Stream.concat(
                run.start().settings().packages().stream().map(PackageName::of),
                asked.packages().stream())
            .distinct()
            .toList();
    return new SolveRequest(
        requirement,
        asked.rounds(),
        asked.seed(),
        asked.timeout(),
        asked.allowed(),
        asked.required(),
        asked.model(),
        packages,
        asked.budget());
  }

  private static String told(RunRecord run, Attempt base) {
    return """
        going on from attempt %d of %s (%s)
        its tests and examples hold as before; hone cannot tell whether the addition contradicts one of them
        """
        .formatted(base.number(), run.id(), base.judgement().verdict().id());
  }

  private static String shown(Result result, ParseResult words) {
    return Options.has(words, EditOptions.DIFF)
        ? UnifiedDiff.of(
            result.requirement().existing(), result.best().map(Attempt::code).orElse(List.of()))
        : Solving.code(result);
  }
}
