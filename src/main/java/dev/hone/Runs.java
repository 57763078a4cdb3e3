package dev.hone;

import dev.hone.agent.Agent;
import dev.hone.agent.AgentParts;
import dev.hone.agent.Cast;
import dev.hone.agent.Role;
import dev.hone.agent.SolveSettings;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Languages;
import dev.hone.language.PackageName;
import dev.hone.model.budget.Budget;
import dev.hone.packages.PackageMentions;
import dev.hone.packages.PackageStore;
import dev.hone.plan.Planner;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.telemetry.Telemetry;
import dev.hone.verdict.Judge;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings together what a run needs, and has an agent do it.
///
/// @param judging judges
/// @param packages has the packages of the runs
/// @param languages the languages of the runs
/// @param telemetry watches
/// @param progress receives what happens
record Runs(
    Judging judging,
    PackageStore packages,
    Languages languages,
    Telemetry telemetry,
    Progress progress) {
  /// What is opened for a run, once all else is there.
  ///
  /// @param cast the models
  /// @param log the run log, which is closed after the run
  record Services(Supplier<Cast> cast, Supplier<RunLog> log) {}

  /// What an agent is to do.
  interface Work {
    /// {@return what came of it}
    ///
    /// @throws InterruptedException if the calling thread was interrupted before there was a plan
    Result of(Agent agent, SolveSettings settings) throws InterruptedException;
  }

  /// {@return what a run came to}
  ///
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  Result run(SolveRequest request, Budget budget, Services services, Work work)
      throws InterruptedException {
    LanguageChooser chooser =
        new LanguageChooser(
            new LanguageDetector(), languages.all().stream().map(Language::id).toList());
    Languages ready =
        languages.finished(
            language ->
                packages.with(language, request.packages(), mentioned(request, language.id())));
    // What cannot be written is refused, and packages are had, before a model is fetched for it.
    Optional<Language> known =
        chooser.byRule(request.requirement()).map(choice -> ready.of(choice.language()));
    List<PackageName> named =
        Stream.concat(
                request.packages().stream(),
                known.stream().flatMap(language -> mentioned(request, language.id()).stream()))
            .distinct()
            .toList();
    // Trying them takes longer than all before it, and a person wants to see that Hone is at work.
    progress.report(new Event.Stage("sandbox: trying which works here"));
    Judge judge = telemetry.watched(judging.judgeAhead());
    progress.report(new Event.Stage("sandbox: " + judge.sandboxMode()));
    Cast opened = services.cast().get();
    try (RunLog log = services.log().get()) {
      Cast cast = Budgets.within(budget, opened, log, request.before());
      Planner planner =
          Planner.suiting(cast.playing(Role.PLANNER), request.trial().prompts(), progress);
      AgentParts parts = new AgentParts(ready, chooser, planner, judge, cast, log, Hone.version());
      SolveSettings solving =
          new SolveSettings(
              request.rounds(),
              request.seed(),
              judging.settings(request.allowed(), request.timeout()),
              request.required(),
              named.stream().map(PackageName::written).toList(),
              budget.words(),
              request.trial());
      return work.of(new Agent(parts), solving);
    }
  }

  private static List<PackageName> mentioned(SolveRequest request, LanguageId language) {
    return new PackageMentions(language).in(request.requirement().text());
  }
}
