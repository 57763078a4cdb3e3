package dev.hone.agent;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Verdict;
import java.util.Optional;

/// The loop of a run: step, attempt, log, next step, until there is a pass or nothing left to try;
/// and once more for each stronger model that stands behind the first one.
final class Loop {
  private final AgentParts parts;
  private final Task task;
  private final Asker asker;
  private final Progress progress;
  private final Hearing hearing;
  private final Votes votes;

  Loop(AgentParts parts, Task task, Asker asker, Progress progress) {
    this.parts = parts;
    this.task = task;
    this.asker = asker;
    this.progress = progress;
    this.hearing = new Hearing(parts.judge());
    this.votes = new Votes(parts.judge());
  }

  /// {@return how the run ended}
  ///
  /// @param history holds the attempts from before the run went on, and receives further ones; each
  ///   is in the run log before the next one starts
  /// @throws InterruptedException if the calling thread was interrupted
  Ending run(History history) throws InterruptedException {
    GrowingSuite suite = GrowingSuite.of(new SuiteBuilder(parts.judge(), asker, progress), task);
    Rounds rounds = task.earlier().rounds(task.settings().rounds(), asker.model("code").isSmall());
    if (!task.settings().has(Piece.GROWTH)) {
      rounds = rounds.even();
    }
    if (task.settings().has(Piece.READINGS)) {
      hear(new Strategy(rounds), suite, history);
    }
    Ending ending = rounds(rounds, suite, history);
    while (isGivenUp(ending) && asker.escalate("ended " + ending.id())) {
      rounds = rounds.after(history, asker.model("code").isSmall());
      ending = rounds(rounds, suite, history);
    }
    return ending;
  }

  // What candidates do for further calls is not in the log.
  private void hear(Strategy strategy, GrowingSuite suite, History history)
      throws InterruptedException {
    for (Attempt earlier : history.attempts()) {
      hearing.hear(suite.task(), earlier, strategy.isDoubtful(earlier), history.consensus());
    }
  }

  private Attempt heard(Task named, Attempt attempt, Strategy strategy, Consensus consensus)
      throws InterruptedException {
    hearing.hear(named, attempt, strategy.isDoubtful(attempt), consensus);
    Optional<TestFile> calls = hearing.calls();
    return calls.isPresent() ? votes.cast(named, attempt, calls.get(), consensus) : attempt;
  }

  private Ending rounds(Rounds rounds, GrowingSuite suite, History history)
      throws InterruptedException {
    Round round =
        new Round(
            parts.judge().telling(progress), asker, task.settings().trial().prompts(), rounds);
    Strategy strategy = new Strategy(rounds, task.settings().trial().without());
    Step step = strategy.next(history, Agreement.of(task.language(), history.attempts()));
    while (!(step instanceof Step.Stop)) {
      progress.report(new Event.Stage(Words.of(step, history, rounds)));
      progress.report(place(history.attempts().size() + 1, rounds));
      Attempt attempt = round.play(step, suite.task(), suite.now(), history);
      try {
        if (suite.awaits(attempt)) {
          suite.growFor(attempt);
          attempt = round.again(attempt, suite.task(), suite.now());
        }
        if (task.settings().has(Piece.READINGS)) {
          attempt = heard(suite.task(), attempt, strategy, history.consensus());
        }
      } finally {
        // Code that passes what was given is not lost where the model fails at further tests.
        history.add(attempt);
        parts.log().attempt(task.runId(), attempt);
      }
      progress.report(new Event.Stage(Words.of(attempt)));
      progress.report(
          new Event.Verdict(
              attempt.number(), attempt.judgement().verdict().id(), attempt.judgement().errors()));
      if (suite.isEmptyForGood() && attempt.judgement().verdict() instanceof Verdict.TestsFailed) {
        // Code that builds cannot be told from other code that builds.
        return Ending.NO_PROGRESS;
      }
      step = strategy.next(history, Agreement.of(task.language(), history.attempts()));
    }
    return ((Step.Stop) step).ending();
  }

  private Event.Attempt place(int attempt, Rounds rounds) {
    return new Event.Attempt(
        rounds.of(attempt),
        rounds.roundsBefore() + rounds.most(),
        attempt,
        rounds.attempts(),
        task.language().id().id());
  }

  private static boolean isGivenUp(Ending ending) {
    return switch (ending) {
      case ROUNDS_USED, NO_PROGRESS -> true;
      case SOLVED, TOKEN_BUDGET, TIME_BUDGET, MONEY_BUDGET, CANCELLED, FAILED -> false;
    };
  }
}
