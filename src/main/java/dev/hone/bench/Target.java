package dev.hone.bench;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.model.LanguageModel;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a problem asks for, as Hone reads it before any code is written.
///
/// @param requirement what is asked
/// @param language the language it is written in
/// @param plan the plan by rule
record Target(Requirement requirement, Language language, Plan plan) {

  /// {@return what a problem asks for}
  ///
  /// @param asked the problem
  /// @param languages the languages that Hone supports
  /// @param model asked for the language where the words do not say it
  /// @throws UsageException if Hone does not write the language
  /// @throws InterruptedException if the calling thread was interrupted
  static Target of(
      Problem.Asked asked, Function<LanguageId, Optional<Language>> languages, LanguageModel model)
      throws InterruptedException {
    Requirement requirement = new Requirement(asked.text(), "", List.of());
    LanguageId id =
        new LanguageChooser(new LanguageDetector()).choose(requirement, model).choice().language();
    Language language =
        languages
            .apply(id)
            .orElseThrow(() -> new UsageException("Hone does not write " + id.title()));
    return new Target(requirement, language, new RulePlanner().plan(requirement, language).plan());
  }
}
