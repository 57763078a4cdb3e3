package dev.hone.agent;

import dev.hone.language.Language;
import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Usage;
import java.time.Instant;

/// What a run works on, once language and plan are known.
///
/// @param runId the run's identifier in the log
/// @param startedAt when the run began
/// @param requirement what is asked
/// @param type its class of work
/// @param choice how the language was found
/// @param language the target language
/// @param plan the plan
/// @param settings what bounds the run
/// @param opening what was spent on language and plan, and before the run went on
/// @param earlier what the run has from before it went on
record Task(
    String runId,
    Instant startedAt,
    Requirement requirement,
    RequirementType type,
    LanguageChoice choice,
    Language language,
    Plan plan,
    SolveSettings settings,
    Usage opening,
    Earlier earlier) {
  /// The task of a run that has just begun.
  Task(
      String runId,
      Instant startedAt,
      Requirement requirement,
      RequirementType type,
      LanguageChoice choice,
      Language language,
      Plan plan,
      SolveSettings settings,
      Usage opening) {
    this(
        runId,
        startedAt,
        requirement,
        type,
        choice,
        language,
        plan,
        settings,
        opening,
        Earlier.none(startedAt));
  }

  /// {@return the same task by another plan}
  Task with(Plan other) {
    return new Task(
        runId, startedAt, requirement, type, choice, language, other, settings, opening, earlier);
  }

  /// {@return the same task of a run that goes on}
  ///
  /// @param before what it has
  /// @param spent what was spent until then
  Task after(Earlier before, Usage spent) {
    return new Task(
        runId,
        startedAt,
        requirement,
        type,
        choice,
        language,
        plan,
        settings,
        spent.plus(opening),
        before);
  }
}
