package dev.hone.bench;

import dev.hone.candidate.Candidate;
import dev.hone.sandbox.Limits;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Holds tests that nobody gave against the right solution of a problem: those that it fails are
/// wrong.
final class TestHolder {
  private final Supplier<Judge> judge;
  private final JudgeSettings settings;

  /// Makes a holder.
  ///
  /// @param judge judges the right solution by the tests
  /// @param timeout the limit of a run
  TestHolder(Supplier<Judge> judge, Duration timeout) {
    this.judge = judge;
    this.settings = new JudgeSettings(Limits.defaults().withTime(timeout), Set.of());
  }

  /// What holding showed.
  ///
  /// @param verdict the verdict of the right solution; unreadable where there are no tests
  /// @param tests how they fared
  record Held(String verdict, Item.HeldTests tests) {}

  /// {@return how tests fare with the right solution of a problem}
  ///
  /// @param problem holds a right solution
  /// @throws java.util.NoSuchElementException if it holds none
  /// @param tests the tests
  /// @throws InterruptedException if the calling thread was interrupted
  Held hold(Problem problem, Answer.Tests tests) throws InterruptedException {
    if (tests.files().isEmpty()) {
      return new Held(new Verdict.Unreadable().id(), new Item.HeldTests(0, 0, 0, 0));
    }
    Solution right = Solution.ofFile(problem, Approach.CANONICAL).orElseThrow();
    Judgement judgement =
        judge
            .get()
            .judge(
                tests.language(),
                new Candidate(right.placed(tests.plan().files())),
                new Suite(tests.files()),
                settings);
    Set<String> errors = TestFile.errorsOf(tests.files());
    List<TestOutcome> passed = judgement.outcomes().stream().filter(TestOutcome::passed).toList();
    return new Held(
        judgement.verdict().id(),
        new Item.HeldTests(
            tests.files().stream().mapToInt(file -> file.names().size()).sum(),
            passed.size(),
            errors.size(),
            (int) passed.stream().filter(outcome -> errors.contains(outcome.name())).count()));
  }
}
