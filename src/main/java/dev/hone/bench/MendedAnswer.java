package dev.hone.bench;

import dev.hone.agent.Mender;
import dev.hone.agent.Mender.Judged;
import dev.hone.candidate.Candidate;
import dev.hone.candidate.Reading;
import dev.hone.candidate.ReplyReader;
import dev.hone.language.Diagnostic;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.LanguageModel;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Reply;
import dev.hone.plan.AskedSignatures;
import dev.hone.plan.Plan;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import dev.hone.result.FailureClassifier;
import dev.hone.result.Mending;
import dev.hone.sandbox.Limits;
import dev.hone.suite.GivenTests;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The answer of the model alone, before and after the corrections by rule that Hone makes without
/// asking again. Judged by the examples in the requirement, where there are some.
final class MendedAnswer implements Contestant {
  private static final int MOST_CHARACTERS = 200;

  private final LanguageModel model;
  private final Function<LanguageId, Optional<Language>> languages;
  private final Judge judge;
  private final JudgeSettings settings;
  private final Progress progress;
  private final PromptTemplate template = SingleAnswer.prompts().getFirst();

  MendedAnswer(
      LanguageModel model,
      Function<LanguageId, Optional<Language>> languages,
      Judge judge,
      BenchRequest.Settings settings,
      Progress progress) {
    this.model = model;
    this.languages = languages;
    this.judge = judge;
    this.settings = new JudgeSettings(Limits.defaults().withTime(settings.timeout()), Set.of());
    this.progress = progress;
  }

  @Override
  public Answer solve(Problem.Asked asked) throws InterruptedException {
    Target target = Target.of(asked, languages, model);
    Requirement requirement = target.requirement();
    Language language = target.language();
    Plan plan = target.plan();
    Talk talk = new Talk(model, progress);
    Reply reply = talk.ask(template, Map.of("requirement", asked.text()), SingleAnswer.sampling());
    return switch (new ReplyReader(language).read(reply, plan)) {
      case Reading.Nothing _ ->
          new Answer(
              List.of(),
              false,
              new Verdict.Unreadable().id(),
              Ending.ROUNDS_USED,
              talk.usage(),
              reply.finish().isCut() ? Failure.CUT_OFF : Failure.NO_CODE,
              Optional.of(
                  new Answer.Unmended(
                      List.of(), new Verdict.Unreadable().id(), "", "", List.of())));
      case Reading.Code(Candidate candidate) -> {
        Suite suite = new Suite(new GivenTests(language).of(requirement, plan));
        List<String> signatures = AskedSignatures.in(requirement.text(), plan);
        Judgement before =
            judge
                .judge(language, candidate, suite, settings)
                .after(language.signatureFaults(candidate.files(), signatures));
        Mender mender = new Mender(judge, language, plan, signatures, suite, settings);
        Judged after = mender.judge(mender.prepare(candidate));
        boolean passed = after.judgement().verdict() instanceof Verdict.Passed;
        yield new Answer(
            after.code(),
            passed,
            after.judgement().verdict().id(),
            passed ? Ending.SOLVED : Ending.ROUNDS_USED,
            talk.usage(),
            new FailureClassifier(language.id(), plan.entryPoints()).of(after.judgement()),
            Optional.of(
                new Answer.Unmended(
                    candidate.files(),
                    before.verdict().id(),
                    fault(language, plan, candidate.files(), before),
                    fault(language, plan, after.code(), after.judgement()),
                    after.steps().stream().map(Mending::rules).flatMap(List::stream).toList())));
      }
    };
  }

  private static String fault(
      Language language, Plan plan, List<SourceFile> code, Judgement judgement) {
    if (judgement.verdict() instanceof Verdict.CompileError
        || judgement.verdict() instanceof Verdict.RuntimeError) {
      return Stream.concat(
              judgement.diagnostics().stream().map(Diagnostic::message),
              judgement.errors().stream())
          .flatMap(String::lines)
          .filter(line -> !line.isBlank())
          .findFirst()
          .map(line -> line.substring(0, Math.min(line.length(), MOST_CHARACTERS)))
          .orElse(judgement.verdict().id());
    }
    Set<String> offered = new HashSet<>();
    code.forEach(file -> offered.addAll(language.offeredNames(file)));
    return plan.entryPoints().stream()
        .filter(name -> !offered.contains(name))
        .findFirst()
        .map(name -> name + " is missing")
        .orElse("");
  }
}
