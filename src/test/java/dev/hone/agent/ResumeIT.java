package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.ScriptedModel;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Exchange;
import dev.hone.result.Result;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunEnd;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that go on after they were killed, stopped or ended, with a scripted model and the real
/// sandbox.
class ResumeIT {
  private static final String TEXT =
      "Write a Python function double(n: int) -> int that doubles n. double(2) == 4";
  private static final String UNTESTED =
      "Write a Python function double(n: int) -> int that doubles n.";
  private static final String RIGHT = python("def double(n):\n    return n * 2\n");
  private static final String ALSO_RIGHT = python("def double(n):\n    return n + n\n");
  private static final String WRONG = python("def double(n):\n    return n + 1\n");
  private static final String TESTS = "double(3) == 6\ndouble(0) == 0";

  @TempDir static Path cache;
  private static Sandbox sandbox;

  @TempDir Path data;
  private ScriptedRuns runs;

  @BeforeAll
  static void findSandbox() {
    sandbox = new Sandboxes().choose();
  }

  @BeforeEach
  void anEmptyLog() {
    runs = new ScriptedRuns(sandbox, cache, data.resolve("runs.db"));
  }

  @Test
  void aRunWhoseProcessWasKilledGoesOnAndPasses() throws Exception {
    String id;
    Process killed = StuckRun.start(data.resolve("runs.db"), cache, TEXT);
    try (BufferedReader lines = killed.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("stuck");
      id = onlyRun();
      assertThatThrownBy(() -> runs.resume(Cast.of(new ScriptedModel()), id, 3))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("still goes on in another hone");
      assertThat(killed.toHandle().destroyForcibly()).isTrue();
      assertThat(killed.waitFor()).isNotZero();
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertThat(record(id).end()).isEqualTo(new RunEnd.Unfinished());

    Result result = resume(id, 3, RIGHT, TESTS);

    assertThat(result.runId()).isEqualTo(id);
    assertThat(result.passed()).isTrue();
    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed");
    assertThat(result.attempts()).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(result.attempts()).extracting(Attempt::round).containsExactly(1, 2);
    assertThat(result.usage().calls()).isEqualTo(3);
    RunRecord run = record(id);
    assertThat(run.attempts()).hasSize(2);
    assertThat(run.verdict()).contains("Passed");
    assertThat(run.resumptions()).singleElement().extracting("before.attempts").isEqualTo(1);
  }

  @Test
  void aRunThatWasInterruptedGoesOnInWordsThatItWasNotAskedIn() throws Exception {
    ScriptedModel first = new ScriptedModel(WRONG);
    first.then("half", FinishReason.CANCELLED);
    Result stopped = runs.solve(Cast.of(first), TEXT);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.ending()).isEqualTo(Ending.CANCELLED);

    ScriptedModel second = new ScriptedModel(RIGHT, TESTS);
    Result result = runs.resume(Cast.of(second), stopped.runId(), 3);

    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed");
    assertThat(second.requests().getFirst().sampling())
        .isEqualTo(first.requests().getLast().sampling())
        .isNotEqualTo(first.requests().getFirst().sampling());
    // the answer that was cut off counts as spent, then and now
    assertThat(result.usage().calls()).isEqualTo(stopped.usage().calls() + 2).isEqualTo(4);
    assertThat(result.time()).isGreaterThan(stopped.time());
  }

  @Test
  void aRunThatUsedItsRoundsHasFurtherOnesAndItsBestAttemptStands() throws Exception {
    String better = python("def double(n):\n    return 4 if n == 2 else 7\n");
    String text = TEXT + " and double(5) == 10";
    ScriptedModel first = new ScriptedModel(better, WRONG, wrong(1), wrong(2), wrong(3), wrong(4));
    Result used = runs.solve(Cast.of(first), text);
    assertThat(used.ending()).isEqualTo(Ending.ROUNDS_USED);
    assertThat(used.bestAttempt()).isEqualTo(1);

    Result result = resume(used.runId(), 1, wrong(9));

    assertThat(result.ending()).isEqualTo(Ending.ROUNDS_USED);
    assertThat(result.passed()).isFalse();
    assertThat(result.attempts()).extracting(Attempt::round).containsExactly(1, 2, 2, 3, 3, 3, 4);
    assertThat(result.bestAttempt()).isEqualTo(1);
    assertThat(record(used.runId()).best().map(Attempt::number)).contains(1);
  }

  @Test
  void aRunThatMadeNoProgressIsNotEndedByItsOldRepeats() throws Exception {
    Result ended = runs.solve(Cast.of(new ScriptedModel(WRONG, WRONG, WRONG)), TEXT);
    assertThat(ended.ending()).isEqualTo(Ending.NO_PROGRESS);

    Result result = resume(ended.runId(), 1, RIGHT, TESTS);

    assertThat(result.ending()).isEqualTo(Ending.SOLVED);
    assertThat(result.bestAttempt()).isEqualTo(4);
  }

  @Test
  void anotherModelBeginsWithTheBestCodeThatThereIs() throws Exception {
    Result ended = runs.solve(Cast.of(new ScriptedModel(WRONG, WRONG, WRONG)), TEXT);

    Result result = runs.resume(Cast.of(large(RIGHT, TESTS)), ended.runId(), 1);

    assertThat(result.passed()).isTrue();
    assertThat(result.model()).isEqualTo("large");
    assertThat(result.attempts().getLast().exchanges().getFirst().role()).isEqualTo("repair");
  }

  @Test
  void theTestsThatTheModelWroteAreNotAskedForAgain() throws Exception {
    ScriptedModel first = new ScriptedModel(TESTS, WRONG);
    first.then("half", FinishReason.CANCELLED);
    Result stopped = runs.solve(Cast.of(first), UNTESTED);
    assertThat(Thread.interrupted()).isTrue();

    Result result = resume(stopped.runId(), 3, RIGHT, ALSO_RIGHT);

    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed", "Passed");
    assertThat(result.attempts().subList(1, 3))
        .allSatisfy(
            attempt ->
                assertThat(attempt.exchanges()).extracting(Exchange::role).containsExactly("code"));
    // agreed by what both do for calls that are made from the tests' examples
    assertThat(result.evidence().basis()).isEqualTo(Basis.AGREED);
    List<TestFile> before = stopped.attempts().getFirst().tests();
    assertThat(before.getFirst().examples()).hasSize(2);
    assertThat(record(stopped.runId()).attempts())
        .allSatisfy(attempt -> assertThat(written(attempt)).isEqualTo(before));
    // with what both return for those calls, which is in the log as it was delivered
    assertThat(record(stopped.runId()).attempts().getLast().tests())
        .isEqualTo(result.best().orElseThrow().tests())
        .hasSize(2);
  }

  private static List<TestFile> written(Attempt attempt) {
    return attempt.tests().stream().filter(file -> file.origin() != Origin.AGREED).toList();
  }

  @Test
  void aRunThatWasKilledAfterItsPassHasOnlyToEnd() throws Exception {
    Result passed = runs.solve(Cast.of(new ScriptedModel(RIGHT, TESTS)), TEXT);
    RunRecord whole = record(passed.runId());
    ScriptedRuns others = new ScriptedRuns(sandbox, cache, data.resolve("killed.db"));
    String id;
    try (RunLog log = RunLog.open(others.log())) {
      id = log.begin(whole.start());
      log.planned(id, (Planning.Made) whole.planning());
      whole.attempts().forEach(attempt -> log.attempt(id, attempt));
    }

    Result result = others.resume(Cast.of(new ScriptedModel()), id, 3);

    assertThat(result.ending()).isEqualTo(Ending.SOLVED);
    assertThat(result.passed()).isTrue();
    assertThat(result.attempts()).hasSize(1);
    assertThat(result.evidence()).isEqualTo(passed.evidence());
    assertThat(result.usage()).isEqualTo(passed.usage());
  }

  @Test
  void aRunThatHadNoPlanYetIsPlanned() throws Exception {
    Result passed = runs.solve(Cast.of(new ScriptedModel(RIGHT, TESTS)), TEXT);
    ScriptedRuns others = new ScriptedRuns(sandbox, cache, data.resolve("killed.db"));
    String id;
    try (RunLog log = RunLog.open(others.log())) {
      id = log.begin(record(passed.runId()).start());
    }

    Result result = others.resume(Cast.of(new ScriptedModel(RIGHT, TESTS)), id, 3);

    assertThat(result.passed()).isTrue();
    assertThat(result.plan()).isEqualTo(passed.plan());
  }

  private Result resume(String id, int rounds, String... replies) throws InterruptedException {
    return runs.resume(Cast.of(new ScriptedModel(replies)), id, rounds);
  }

  private String onlyRun() {
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      return log.runs(2).getFirst().runId();
    }
  }

  private RunRecord record(String id) {
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      return log.find(id).orElseThrow();
    }
  }

  private static ScriptedModel large(String... replies) {
    return new ScriptedModel(new ModelCard("large", 30, 8192, "", "script"), replies);
  }

  private static List<String> verdicts(Result result) {
    return result.attempts().stream().map(a -> a.judgement().verdict().id()).toList();
  }

  // A body of its own for each number.
  private static String wrong(int number) {
    return python("def double(n):\n    return n - %d\n".formatted(number));
  }

  private static String python(String code) {
    return "```python\n" + code + "```\n";
  }
}
