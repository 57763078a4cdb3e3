package dev.hone.agent;

import dev.hone.language.Language;
import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Usage;
import dev.hone.sandbox.Limits;
import dev.hone.verdict.JudgeSettings;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Tasks with usual settings.
final class TaskSamples {
  private TaskSamples() {}

  static Task of(Requirement requirement, Language language, Plan plan) {
    return new Task(
        "run",
        Instant.EPOCH,
        requirement,
        RequirementType.ALGORITHM,
        new LanguageChoice(language.id(), LanguageChoice.By.RULE, language.id().title()),
        language,
        plan,
        new SolveSettings(
            3, 0, new JudgeSettings(Limits.defaults(), Set.of()), Basis.OWN, List.of()),
        Usage.NONE);
  }
}
