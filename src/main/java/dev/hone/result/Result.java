package dev.hone.result;

import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.verdict.TestOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a run came to.
///
/// @param runId the run's identifier in the log
/// @param startedAt when it began
/// @param requirement what was asked
/// @param type the class of work
/// @param language the language and how it was found
/// @param model the model's name
/// @param sandbox the sandbox mode
/// @param plan the plan
/// @param attempts every attempt, in order; empty where the run ended before the first verdict
/// @param bestAttempt the number of the best attempt, or 0 where there is none
/// @param passed whether the best attempt passed on evidence that reaches what was required
/// @param ending why the run ended
/// @param evidence how far a pass can be trusted
/// @param usage what was spent on the model
/// @param time how long the run took
public record Result(
    String runId,
    Instant startedAt,
    Requirement requirement,
    RequirementType type,
    LanguageChoice language,
    String model,
    String sandbox,
    Plan plan,
    List<Attempt> attempts,
    int bestAttempt,
    boolean passed,
    Ending ending,
    Evidence evidence,
    Usage usage,
    Duration time) {
  /// Copies the list.
  public Result {
    attempts = List.copyOf(attempts);
  }

  /// {@return how many rounds there were}
  public int rounds() {
    return attempts.isEmpty() ? 0 : attempts.getLast().round();
  }

  /// {@return the best attempt, or empty where there is none}
  public Optional<Attempt> best() {
    return attempts.stream().filter(attempt -> attempt.number() == bestAttempt).findFirst();
  }

  /// {@return what came of the examples of the requirement that no candidate meets, although one
  /// meets all others; empty where the run passed}
  public List<TestOutcome> doubted() {
    return passed ? List.of() : Doubts.of(language.language(), attempts);
  }

  /// {@return why the best attempt is no solution; {@link Failure#NONE} where the run passed, or
  /// where it was ended before there was an attempt}
  public Failure failure() {
    if (passed) {
      return Failure.NONE;
    }
    boolean stopped = ending == Ending.CANCELLED || ending == Ending.FAILED;
    return best()
        .map(new FailureClassifier(language.language(), plan.entryPoints())::of)
        .orElse(stopped ? Failure.NONE : Failure.NO_CODE);
  }
}
