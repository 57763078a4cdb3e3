package dev.hone.agent;

import dev.hone.agent.Mender.Judged;
import dev.hone.agent.Mender.Mended;
import dev.hone.candidate.Candidate;
import dev.hone.candidate.CodePrompts;
import dev.hone.candidate.Reading;
import dev.hone.candidate.ReplyReader;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.plan.AskedSignatures;
import dev.hone.repair.RepairPrompts;
import dev.hone.repair.RepairPrompts.Failed;
import dev.hone.result.Attempt;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Carries out one step: asks for code, reads it, judges it.
final class Round {
  private static final int CODE_TOKENS = 1200;
  private static final double WARM = 0.7;

  private final CodePrompts codePrompts = new CodePrompts();
  private final RepairPrompts repairPrompts = new RepairPrompts();
  private final Judge judge;
  private final Asker asker;

  Round(Judge judge, Asker asker) {
    this.judge = judge;
    this.asker = asker;
  }

  /// {@return the attempt that a step led to} Code that an earlier attempt had is not run again.
  Attempt play(Step step, Task task, Suite suite, History history) throws InterruptedException {
    Instant startedAt = Instant.now();
    int number = history.attempts().size() + 1;
    judge.expect(task.language(), task.settings().judging().limits());
    Reply reply = ask(step, task, number);
    Reading reading = new ReplyReader(task.language()).read(reply, task.plan());
    Judged judged = judge(reading, mender(task, suite), suite, history);
    return new Attempt(
        number,
        startedAt,
        asker.collect(),
        judged.steps(),
        judged.code(),
        suite.files(),
        judged.judgement(),
        Duration.between(startedAt, Instant.now()));
  }

  private Mender mender(Task task, Suite suite) {
    return new Mender(
        judge,
        task.language(),
        task.plan(),
        AskedSignatures.in(task.requirement().text(), task.plan()),
        suite,
        task.settings().judging());
  }

  private Reply ask(Step step, Task task, int number) throws InterruptedException {
    long seed = task.settings().seed() + number - 1;
    return switch (step) {
      case Step.Fresh(int fresh) -> asker.ask("code", fresh(task, fresh), sampling(fresh, seed));
      case Step.Repair(Attempt attempt) ->
          asker.ask("repair", repair(task, attempt), Sampling.greedy(CODE_TOKENS));
      case Step.Stop _ -> throw new IllegalArgumentException("a stop asks for nothing");
    };
  }

  private Prompt fresh(Task task, int fresh) {
    return codePrompts.write(task.requirement(), task.plan(), task.language().idioms(), fresh);
  }

  private Prompt repair(Task task, Attempt attempt) {
    Failed failed = new Failed(new Candidate(attempt.code()), attempt.judgement());
    return repairPrompts.repair(task.requirement(), task.plan(), task.language().idioms(), failed);
  }

  // The first answer of a small model is best near-greedy; only further ones gain from heat.
  private static Sampling sampling(int fresh, long seed) {
    return fresh == 0 ? Sampling.greedy(CODE_TOKENS) : Sampling.warm(WARM, seed, CODE_TOKENS);
  }

  private static Judged judge(Reading reading, Mender mender, Suite suite, History history)
      throws InterruptedException {
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
