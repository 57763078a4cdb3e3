package dev.hone.agent;

import dev.hone.language.Languages;
import dev.hone.model.LanguageModel;
import dev.hone.plan.Planner;
import dev.hone.requirement.LanguageChooser;
import dev.hone.runlog.RunLog;
import dev.hone.verdict.Judge;

/// What an agent works with.
///
/// @param languages the supported languages
/// @param chooser finds the language of a requirement
/// @param planner plans
/// @param judge judges
/// @param cast the models that write code and tests
/// @param log keeps every attempt
/// @param version the version of Hone, for the log
public record AgentParts(
    Languages languages,
    LanguageChooser chooser,
    Planner planner,
    Judge judge,
    Cast cast,
    RunLog log,
    String version) {
  /// Makes parts with one model for everything.
  ///
  /// @param languages the supported languages
  /// @param chooser finds the language of a requirement
  /// @param planner plans
  /// @param judge judges
  /// @param model writes code and tests
  /// @param log keeps every attempt
  /// @param version the version of Hone, for the log
  public AgentParts(
      Languages languages,
      LanguageChooser chooser,
      Planner planner,
      Judge judge,
      LanguageModel model,
      RunLog log,
      String version) {
    this(languages, chooser, planner, judge, Cast.of(model), log, version);
  }

  /// {@return the model for whatever has none of its own}
  public LanguageModel model() {
    return cast.usual();
  }
}
