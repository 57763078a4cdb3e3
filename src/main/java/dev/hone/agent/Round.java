package dev.hone.agent;

import dev.hone.agent.Mender.Judged;
import dev.hone.agent.Mender.Mended;
import dev.hone.candidate.Candidate;
import dev.hone.candidate.Reading;
import dev.hone.model.Prompts;
import dev.hone.plan.AskedSignatures;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Carries out one step: asks for code, reads it, judges it.
final class Round {
  private final Judge judge;
  private final Asker asker;
  private final Coder coder;
  private final Rounds rounds;

  Round(Judge judge, Asker asker, Prompts prompts, Rounds rounds) {
    this.judge = judge;
    this.asker = asker;
    this.coder = new Coder(asker, prompts);
    this.rounds = rounds;
  }

  /// {@return the attempt that a step led to} Code that an earlier attempt had is not run again.
  Attempt play(Step step, Task task, Suite suite, History history) throws InterruptedException {
    Instant startedAt = Instant.now();
    int number = history.attempts().size() + 1;
    judge.expect(task.language(), task.settings().judging().limits());
    Reading reading = coder.write(step, task);
    Judged judged = judge(reading, task, suite, history);
    return new Attempt(
        number,
        rounds.of(number),
        startedAt,
        asker.collect(),
        judged.steps(),
        judged.code(),
        suite.files(),
        judged.judgement(),
        Duration.between(startedAt, Instant.now()));
  }

  /// {@return an attempt as more tests show it, with what the model was asked for them}
  ///
  /// @param attempt an attempt with code
  /// @param suite the tests, those that it was judged by before among them
  Attempt again(Attempt attempt, Task task, Suite suite) throws InterruptedException {
    List<Exchange> exchanges = new ArrayList<>(attempt.exchanges());
    exchanges.addAll(asker.collect());
    Judged judged = mender(task, suite).judge(new Mended(attempt.code(), attempt.mendings()));
    return new Attempt(
        attempt.number(),
        attempt.round(),
        attempt.startedAt(),
        exchanges,
        judged.steps(),
        judged.code(),
        suite.files(),
        judged.judgement(),
        Duration.between(attempt.startedAt(), Instant.now()));
  }

  private Mender mender(Task task, Suite suite) {
    Mender mender =
        new Mender(
            judge,
            task.language(),
            task.plan(),
            // What is there already may be called in the text as it shall not be called any more.
            task.requirement().changesCode()
                ? List.of()
                : AskedSignatures.in(task.requirement().text(), task.plan()),
            suite,
            task.settings().judging());
    return task.settings().has(Piece.RULES) ? mender : mender.withoutRules();
  }

  private Judged judge(Reading reading, Task task, Suite suite, History history)
      throws InterruptedException {
    Mender mender = mender(task, suite);
    return switch (reading) {
      case Reading.Code(Candidate candidate) -> {
        Mended mended = mender.prepare(candidate);
        var same = history.sameCode(mended.code(), suite.files());
        yield same.isPresent()
            ? new Judged(mended.code(), mended.steps(), same.get().judgement())
            : mender.judge(mended);
      }
      case Reading.Nothing(String why) ->
          new Judged(
              List.of(),
              List.of(),
              new Judgement(
                  new Verdict.Unreadable(), List.of(), List.of(), List.of(why), List.of()));
    };
  }
}
