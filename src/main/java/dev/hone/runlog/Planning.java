package dev.hone.runlog;

import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Exchange;
import java.util.List;

/// What came before the first round of a run.
public sealed interface Planning {
  /// The run did not come to a plan, or has not yet.
  record Pending() implements Planning {}

  /// The run has a plan.
  ///
  /// @param language the language and how it was found
  /// @param type the class of work
  /// @param plan the plan
  /// @param exchanges what a model was asked for questions, language and plan; often empty
  record Made(LanguageChoice language, RequirementType type, Plan plan, List<Exchange> exchanges)
      implements Planning {
    /// Copies the list.
    public Made {
      exchanges = List.copyOf(exchanges);
    }
  }
}
