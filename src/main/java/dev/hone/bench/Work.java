package dev.hone.bench;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;
import dev.hone.language.SourceFile;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import dev.hone.result.Usage;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes one problem to its item.
final class Work {
  private final CheckRunner runner;
  private final TestHolder holder;
  private final List<Contestant> contestants;
  private final Approach approach;

  /// Makes the work.
  ///
  /// @param runner runs the hidden checks
  /// @param holder holds tests against right solutions
  /// @param contestants the strategy; none where the files hold the solutions
  /// @param approach where the solutions come from
  Work(CheckRunner runner, TestHolder holder, List<Contestant> contestants, Approach approach) {
    this.runner = runner;
    this.holder = holder;
    this.contestants = List.copyOf(contestants);
    this.approach = approach;
  }

  /// {@return what came of a problem}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Item item(String suite, Problem problem) throws InterruptedException {
    return contestants.isEmpty()
        ? prepared(suite, problem)
        : solved(suite, problem, contestants.getFirst());
  }

  private Item prepared(String suite, Problem problem) throws InterruptedException {
    Solution solution = Solution.ofFile(problem, approach).orElseThrow();
    long start = System.nanoTime();
    Verdict check = runner.check(problem, solution);
    // No strategy stands behind a prepared solution, so nobody claims more than the check shows.
    boolean passed = check instanceof Verdict.Passed;
    Answer answer =
        new Answer(
            solution.files(), passed, "", passed ? Ending.SOLVED : Ending.FAILED, Usage.NONE);
    return item(
        suite,
        problem,
        answer,
        new Checked(check.id(), Failure.NONE, since(start), Optional.empty()));
  }

  private Item solved(String suite, Problem problem, Contestant contestant)
      throws InterruptedException {
    long start = System.nanoTime();
    Answer answer = answer(problem, contestant);
    Duration time = since(start);
    if (answer.beside().isPresent() && answer.beside().get() instanceof Answer.Tests tests) {
      return item(suite, problem, answer, held(problem, tests, time));
    }
    CheckRunner.Shown shown = check(problem, answer.files());
    String check = answer.files().isEmpty() ? "" : shown.verdict().id();
    Failure failure = Misses.of(problem, answer, shown);
    return item(
        suite,
        problem,
        answer,
        new Checked(check, failure, time, measured(problem, answer, check)));
  }

  private Optional<Item.Measured> measured(Problem problem, Answer answer, String check)
      throws InterruptedException {
    if (answer.beside().isEmpty()) {
      return Optional.empty();
    }
    return switch (answer.beside().get()) {
      case Answer.Founded founded -> Optional.of(checked(problem, answer, check, founded));
      case Answer.Unmended before -> Optional.of(mending(problem, answer, check, before));
      case Answer.Tests _ -> throw new IllegalStateException("tests are held, not checked");
    };
  }

  private Item.Measured checked(
      Problem problem, Answer answer, String check, Answer.Founded founded)
      throws InterruptedException {
    Item.Grounds grounds = founded.grounds();
    if (founded.kept().isPresent() && !problem.hidden().canonical().isEmpty()) {
      grounds = grounds.withKept(holder.hold(problem, founded.kept().get()).tests());
    }
    if (founded.candidates().isEmpty()) {
      return grounds;
    }
    String right = new Verdict.Passed().id();
    int number = 0;
    for (List<SourceFile> files : founded.candidates()) {
      String own = files.equals(answer.files()) ? check : check(problem, files).verdict().id();
      number += own.equals(right) ? 1 : 0;
    }
    return grounds.withRight(number);
  }

  private Item.Measured mending(
      Problem problem, Answer answer, String check, Answer.Unmended before)
      throws InterruptedException {
    boolean same = before.files().isEmpty() || before.files().equals(answer.files());
    return new Item.RuleMending(
        before.verdict(),
        same ? check : check(problem, before.files()).verdict().id(),
        before.fault(),
        before.left(),
        before.rules());
  }

  private Checked held(Problem problem, Answer.Tests tests, Duration time)
      throws InterruptedException {
    TestHolder.Held held = holder.hold(problem, tests);
    return new Checked(held.verdict(), Failure.NONE, time, Optional.of(held.tests()));
  }

  /// What stands beside an answer in its item.
  ///
  /// @param check the verdict of the hidden check; empty where there was no code
  /// @param failure why the answer is not right; none where it is
  /// @param time how long it took
  /// @param measured what else was measured
  private record Checked(
      String check, Failure failure, Duration time, Optional<Item.Measured> measured) {}

  private CheckRunner.Shown check(Problem problem, List<SourceFile> files)
      throws InterruptedException {
    return files.isEmpty()
        ? new CheckRunner.Shown(new Verdict.Unreadable(), "")
        : runner.show(problem, new Solution(files, List.of()));
  }

  // What is wrong with this one problem, such as a language that Hone cannot write, counts as not
  // solved; where a model or a sandbox is missing no other problem would fare better.
  private static Answer answer(Problem problem, Contestant contestant) throws InterruptedException {
    try {
      return contestant.solve(problem.asked());
    } catch (HoneException e) {
      if (e.type() != ErrorType.USER) {
        throw e;
      }
      return new Answer(List.of(), false, "", Ending.FAILED, Usage.NONE);
    }
  }

  private static Item item(String suite, Problem problem, Answer answer, Checked checked) {
    String check = checked.check();
    return new Item(
        suite,
        problem.index(),
        problem.language().id(),
        problem.type(),
        check.equals(new Verdict.Passed().id()),
        answer.passed(),
        answer.verdict().isEmpty() ? check : answer.verdict(),
        answer.ending().id(),
        check,
        checked.failure(),
        answer.usage().promptTokens(),
        answer.usage().completionTokens(),
        checked.time(),
        checked.measured());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
