package dev.hone.bench;

import dev.hone.SolveRequest;
import dev.hone.agent.Trial;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.model.LanguageModel;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Hone as it is, with its usual settings.
final class WholeHone implements Contestant {
  private final Solver solver;
  private final LanguageModel model;
  private final Function<LanguageId, Optional<Language>> languages;
  private final BenchRequest.Settings settings;

  WholeHone(
      Solver solver,
      LanguageModel model,
      Function<LanguageId, Optional<Language>> languages,
      BenchRequest.Settings settings) {
    this.solver = solver;
    this.model = model;
    this.languages = languages;
    this.settings = settings;
  }

  @Override
  public Answer solve(Problem.Asked asked) throws InterruptedException {
    SolveRequest usual = SolveRequest.of(new Requirement(asked.text(), "", List.of()));
    Result result =
        solver.solve(
            new SolveRequest(
                    usual.requirement(),
                    settings.rounds(),
                    settings.seed(),
                    settings.timeout(),
                    usual.allowed(),
                    usual.required(),
                    settings.model(),
                    usual.packages())
                .trying(Trial.without(settings.without())),
            model);
    if (result.ending() == Ending.CANCELLED || Thread.interrupted()) {
      throw new InterruptedException("stopped while Hone worked");
    }
    return new Answer(
        result.best().map(best -> best.code()).orElse(List.of()),
        result.passed(),
        result.best().map(best -> best.judgement().verdict().id()).orElse(""),
        result.ending(),
        result.usage(),
        result.failure(),
        Optional.of(
            new Answer.Founded(
                result.language().language(),
                Standing.of(result),
                Standing.candidates(result),
                languages
                    .apply(result.language().language())
                    .map(language -> Standing.kept(result, language)))));
  }
}
