package dev.hone.agent;

import dev.hone.model.Cost;
import dev.hone.model.ModelCard;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.model.budget.Bound;
import dev.hone.progress.Event;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.runlog.RunRecord;
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

  static String of(Step step, History history, Rounds rounds) {
    int next = history.attempts().size() + 1;
    String place = place(rounds.of(next), next);
    return switch (step) {
      case Step.Fresh(int fresh) -> place + (fresh == 0 ? ": writing code" : ": writing it afresh");
      case Step.Confirm _ -> place + ": writing it afresh, to see whether the pass stands alone";
      case Step.Watch(int _, Attempt attempt) ->
          place
              + ": writing it afresh, with the errors of "
              + place(attempt.round(), attempt.number());
      case Step.Repair(Attempt attempt) ->
          place + ": correcting the code of " + place(attempt.round(), attempt.number());
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
    return "%s: %s%s%s"
        .formatted(
            place(attempt.round(), attempt.number()),
            judgement.verdict().id(),
            tests,
            mended.isEmpty() ? "" : " (mended by rule: " + mended + ")");
  }

  /// {@return what a run has that goes on}
  static String of(RunRecord run) {
    int attempts = run.attempts().size();
    return "going on with %s: %s, %s"
        .formatted(
            run.id(),
            attempts == 0
                ? "no attempt so far"
                : attempts == 1 ? "1 attempt so far" : attempts + " attempts so far",
            run.end().id().isEmpty() ? "it was broken off" : "it ended as " + run.end().id());
  }

  static Event.Question question(String role, ModelCard model, Prompt prompt) {
    int characters = prompt.messages().stream().mapToInt(message -> message.text().length()).sum();
    return new Event.Question(role, model.name(), characters);
  }

  static Event.Answer answer(String role, Reply reply) {
    String cost =
        switch (reply.bill().cost()) {
          case Cost.Known known -> known.millionths().stripTrailingZeros().toPlainString();
          case Cost.Unknown _ -> "";
        };
    return new Event.Answer(
        role,
        reply.promptTokens(),
        reply.cachedTokens(),
        reply.completionTokens(),
        reply.total(),
        cost);
  }

  // Where a round holds one attempt its number says all.
  private static String place(int round, int attempt) {
    return round == attempt
        ? "round %d".formatted(round)
        : "round %d, attempt %d".formatted(round, attempt);
  }
}
