package dev.hone.agent;

import dev.hone.model.budget.Bound;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.verdict.Judgement;
import java.util.stream.Collectors;

/// What a person reads while a run goes on.
final class Words {
  private Words() {}

  /// {@return how a run ends when it has spent this}
  static Ending ending(Bound.Kind spent) {
    return switch (spent) {
      case TOKENS, COMPLETION_TOKENS -> Ending.TOKEN_BUDGET;
      case COST -> Ending.MONEY_BUDGET;
      case TIME -> Ending.TIME_BUDGET;
    };
  }

  static String of(Step step, History history) {
    int round = history.attempts().size() + 1;
    return switch (step) {
      case Step.Fresh(int number) ->
          "round %d: %s".formatted(round, number == 0 ? "writing code" : "writing it afresh");
      case Step.Repair(Attempt attempt) ->
          "round %d: correcting the code of round %d".formatted(round, attempt.round());
      case Step.Stop(var ending) -> "ended: " + ending.id();
    };
  }

  static String of(Attempt attempt) {
    Judgement judgement = attempt.judgement();
    String tests =
        judgement.outcomes().isEmpty()
            ? ""
            : ", %d of %d tests passed"
                .formatted(judgement.passedTests(), judgement.outcomes().size());
    String mended =
        attempt.mendings().stream()
            .flatMap(mending -> mending.rules().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return "round %d: %s%s%s"
        .formatted(
            attempt.round(),
            judgement.verdict().id(),
            tests,
            mended.isEmpty() ? "" : " (mended by rule: " + mended + ")");
  }
}
