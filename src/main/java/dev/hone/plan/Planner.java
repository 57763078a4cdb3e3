package dev.hone.plan;

import dev.hone.language.Language;
import dev.hone.model.LanguageModel;
import dev.hone.model.Prompts;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;

/// Makes the plan of a requirement.
public sealed interface Planner permits RulePlanner, ModelPlanner {
  /// {@return the planner that suits a model: by rule for a small one, since long reasoning makes
  /// such models worse; else the model is asked}
  ///
  /// @param model the model that will write the code
  /// @param progress hears what is left out of a prompt that is too long
  static Planner suiting(LanguageModel model, Progress progress) {
    return suiting(model, Prompts.OWN, progress);
  }

  /// {@return the same planner, with other prompts}
  ///
  /// @param model the model that will write the code
  /// @param prompts Hone's own, or what is tried
  /// @param progress hears what is left out of a prompt that is too long
  static Planner suiting(LanguageModel model, Prompts prompts, Progress progress) {
    RulePlanner rules = new RulePlanner();
    return model.card().isSmall() ? rules : new ModelPlanner(model, rules, prompts, progress);
  }

  /// {@return the plan}
  ///
  /// @param requirement what a person asked for
  /// @param language the language to write it in
  Planned plan(Requirement requirement, Language language);
}
