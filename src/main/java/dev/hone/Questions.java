package dev.hone;

import dev.hone.agent.Cast;
import dev.hone.agent.Role;
import dev.hone.language.Language;
import dev.hone.language.Languages;
import dev.hone.model.budget.Budget;
import dev.hone.plan.Clarification;
import dev.hone.plan.Questioner;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.runlog.RunLog;
import java.util.List;
import java.util.function.Supplier;

/// Finds what a person may be asked before a run.
final class Questions {
  private final Questioner questioner;
  private final Supplier<RunLog> logs;
  private final Progress progress;

  Questions(Languages languages, Supplier<RunLog> logs, Progress progress) {
    LanguageChooser chooser =
        new LanguageChooser(
            new LanguageDetector(), languages.all().stream().map(Language::id).toList());
    this.questioner = new Questioner(chooser, languages);
    this.logs = logs;
    this.progress = progress;
  }

  /// {@return the questions that rules find}
  Clarification byRule(SolveRequest request) {
    return new Clarification(questioner.byRule(request.requirement()), List.of());
  }

  /// {@return the questions of rules, and of the planner where it is not small}
  ///
  /// @param budget what the run may spend, this with it
  /// @throws InterruptedException if the calling thread was interrupted meanwhile
  Clarification by(Cast cast, SolveRequest request, Budget budget) throws InterruptedException {
    Clarification found;
    try (RunLog log = logs.get()) {
      found =
          questioner.with(
              request.requirement(),
              Budgets.within(budget, cast, log, List.of()).playing(Role.PLANNER),
              progress);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped before the run");
    }
    return found;
  }
}
