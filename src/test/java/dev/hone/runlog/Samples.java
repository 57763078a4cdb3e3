package dev.hone.runlog;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.Bill;
import dev.hone.model.Cost;
import dev.hone.model.FinishReason;
import dev.hone.model.Message;
import dev.hone.model.ModelCard;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Exchange;
import dev.hone.result.Mending;
import dev.hone.result.Result;
import dev.hone.result.Usage;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limit;
import dev.hone.scan.Finding;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.Verdict;
import dev.hone.verdict.mutation.MutationScore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A made-up run with something in every field.
public final class Samples {
  /// When the run began.
  public static final Instant STARTED = Instant.parse("2026-11-23T23:35:28.120Z");

  private Samples() {}

  /// {@return a run's start}
  public static RunStart start() {
    return new RunStart(
        STARTED,
        new Requirement(
            "Write twice(n) that doubles n. twice(2) == 4",
            "python",
            List.of(new SourceFile("test_own.py", "def test_own():\n    assert True\n"))),
        new ModelCard("small-model", 1.5, 32_768, "cc324af0", "engine 1.0"),
        "bubblewrap-root",
        "0.1.0",
        new RunSettings(
            7,
            3,
            Duration.ofSeconds(30),
            Set.of("os-remove", "eval"),
            Evidence.Basis.OWN,
            List.of("numpy==2.1.0"),
            List.of("tokens 5000", "cost 0.01")));
  }

  /// {@return language and plan}
  public static Planning.Made planning() {
    return new Planning.Made(
        new LanguageChoice(LanguageId.PYTHON, LanguageChoice.By.OPTION, "--language"),
        RequirementType.NUMERIC,
        plan(),
        List.of(exchange("plan", "steps: multiply by two")));
  }

  /// {@return a plan}
  public static Plan plan() {
    return new Plan(
        LanguageId.PYTHON,
        List.of("def twice(n)"),
        List.of("twice"),
        List.of("solution.py"),
        List.of(
            new Example(Example.Kind.RETURNS, List.of("n = 2"), "twice(n)", "4", "twice(2) == 4")),
        List.of("zero"),
        List.of("multiply by two"));
  }

  /// {@return a first round that failed}
  public static Attempt failed() {
    return new Attempt(
        1,
        1,
        STARTED.plusSeconds(1),
        List.of(exchange("code", "```python\ndef twice(n):\n    return n + 2\n```")),
        List.of(),
        List.of(new SourceFile("solution.py", "def twice(n):\n    return n + 2\n")),
        tests(),
        new Judgement(
            new Verdict.TestsFailed(),
            List.of(
                new TestOutcome("test_example_1", Origin.TEXT, TestOutcome.Outcome.PASSED, ""),
                new TestOutcome(
                    "test_zero", Origin.GENERATED, TestOutcome.Outcome.FAILED, "assert 2 == 0")),
            List.of(
                new Finding(
                    "eval", Finding.Severity.WARN, "solution.py", 2, "eval(n)", "It runs text.")),
            List.of("test_zero: assert 2 == 0"),
            List.of(execution(1))),
        Duration.ofMillis(4_210));
  }

  /// {@return a second round that passed}
  public static Attempt passed() {
    return new Attempt(
        2,
        2,
        STARTED.plusSeconds(6),
        List.of(exchange("repair", "```python\ndef twice(n):\n    return n * 2\n```")),
        List.of(
            new Mending(
                List.of("missing-import"),
                "CompileError",
                List.of("solution.py:2: undefined name 'math'"))),
        List.of(new SourceFile("solution.py", "def twice(n):\n    return n * 2\n")),
        tests(),
        new Judgement(
            new Verdict.Passed(),
            List.of(
                new TestOutcome("test_example_1", Origin.TEXT, TestOutcome.Outcome.PASSED, ""),
                new TestOutcome("test_zero", Origin.GENERATED, TestOutcome.Outcome.PASSED, "")),
            List.of(),
            List.of(),
            List.of(execution(0))),
        Duration.ofSeconds(3));
  }

  /// {@return the test files of both rounds}
  public static List<TestFile> tests() {
    return List.of(
        new TestFile(
            Origin.TEXT,
            new SourceFile("test_text.py", "def test_example_1():\n    assert twice(2) == 4\n"),
            List.of("test_example_1")),
        new TestFile(
            Origin.GENERATED,
            new SourceFile("test_generated.py", "def test_zero():\n    assert twice(0) == 0\n"),
            List.of("test_zero")));
  }

  /// {@return one command that ended with this code}
  ///
  /// @param exit the exit code
  public static Execution execution(int exit) {
    return new Execution(
        exit,
        0,
        Limit.NONE,
        "2 tests\n",
        "",
        false,
        Duration.ofMillis(328),
        Duration.ofMillis(250),
        41_000_000,
        "bubblewrap-root");
  }

  /// {@return a run that passed in its second round}
  ///
  /// @param runId its identifier
  public static Result result(String runId) {
    return result(runId, "bubblewrap-root");
  }

  /// {@return the same from another sandbox}
  public static Result result(String runId, String sandbox) {
    return new Result(
        runId,
        STARTED,
        start().requirement(),
        RequirementType.NUMERIC,
        planning().language(),
        "small-model",
        sandbox,
        plan(),
        List.of(failed(), passed()),
        2,
        true,
        Ending.SOLVED,
        new Evidence(
            Evidence.Basis.GIVEN,
            1,
            1,
            1,
            1,
            0,
            new MutationScore(3, 4),
            new Evidence.Consensus(2, 2)),
        new Usage(
            3,
            360,
            120,
            90,
            Duration.ofMillis(6_500),
            36,
            0,
            new Cost.Known(new BigDecimal("0.000369"))),
        Duration.ofMillis(9_450));
  }

  /// {@return a run of one round that did not pass}
  ///
  /// @param runId its identifier
  public static Result missed(String runId) {
    return new Result(
        runId,
        STARTED,
        start().requirement(),
        RequirementType.NUMERIC,
        planning().language(),
        "small-model",
        "bubblewrap-root",
        plan(),
        List.of(failed()),
        1,
        false,
        Ending.ROUNDS_USED,
        new Evidence(
            Evidence.Basis.GIVEN, 1, 1, 0, 1, 0, MutationScore.NONE, Evidence.Consensus.NONE),
        new Usage(2, 240, 80, 60, Duration.ofMillis(4_500), 24, 0),
        Duration.ofMillis(5_450));
  }

  private static Exchange exchange(String role, String reply) {
    return new Exchange(
        role,
        new Prompt(
            role + "/write",
            "0123456789ab",
            List.of(
                new Message(Message.Role.SYSTEM, "You write Python."),
                new Message(Message.Role.USER, "Write \"twice\"; 2 × 2 = 4 ✓"))),
        new Reply(
            reply,
            FinishReason.STOP,
            120,
            40,
            30,
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            12,
            0,
            List.of(),
            new Bill("small-model", new Cost.Known(new BigDecimal("0.000123")))));
  }
}
