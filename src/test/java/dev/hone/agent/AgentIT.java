package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.Example;
import dev.hone.language.Languages;
import dev.hone.language.SourceFile;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.ScriptedModel;
import dev.hone.model.chain.Chain;
import dev.hone.plan.Planner;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Evidence.Consensus;
import dev.hone.result.Exchange;
import dev.hone.result.Mending;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every branch of the loop, with a scripted model, real toolchains and the real sandbox.
class AgentIT {
  private static final String TEXT =
      "Write a Python function double(n: int) -> int that doubles n. double(2) == 4";
  private static final String RIGHT = python("def double(n):\n    return n * 2\n");
  private static final String ALSO_RIGHT = python("def double(n):\n    return n + n\n");
  private static final String WRONG = python("def double(n):\n    return n + 1\n");
  private static final String BROKEN = python("def double(n):\n    return n *\n");
  private static final String ENDLESS = python("def double(n):\n    while True:\n        pass\n");
  private static final String DANGEROUS =
      python("import os\n\ndef double(n):\n    os.system('true')\n    return n * 2\n");
  private static final String TESTS = "double(3) == 6\ndouble(0) == 0";
  private static final String BAD_TEST = "double(3) == 6\ndouble(4) == 11";

  @TempDir static Path cache;
  private static Sandbox sandbox;
  private static Languages languages;

  @TempDir Path data;

  @BeforeAll
  static void findSandboxAndToolchains() {
    sandbox = new Sandboxes().choose();
    languages = new Languages(List.of(new Python(cache, Progress.silent()), new JavaScript(cache)));
  }

  @Test
  void aRightFirstCandidateEndsTheRun() throws Exception {
    Result result = solve(RIGHT, TESTS);
    assertThat(result.ending()).isEqualTo(Ending.SOLVED);
    assertThat(result.passed()).isTrue();
    assertThat(verdicts(result)).containsExactly("Passed");
    assertThat(result.evidence().basis()).isEqualTo(Basis.GIVEN);
    assertThat(result.evidence().ownPassed()).isEqualTo(2);
  }

  @Test
  void aWrongAnswerIsFollowedByAFreshCandidate() throws Exception {
    Result result = solve(WRONG, RIGHT, TESTS);
    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed");
    assertThat(result.bestAttempt()).isEqualTo(2);
  }

  @Test
  void codeThatDoesNotCompileIsRepaired() throws Exception {
    Result result = solve(BROKEN, RIGHT, TESTS);
    assertThat(verdicts(result)).containsExactly("CompileError", "Passed");
    assertThat(result.attempts().getLast().exchanges().getFirst().role()).isEqualTo("repair");
  }

  @Test
  void codeThatDoesNotEndIsRepaired() throws Exception {
    Result result = solve(ENDLESS, RIGHT, TESTS);
    assertThat(verdicts(result)).containsExactly("TimeLimitExceeded", "Passed");
  }

  @Test
  void codeThatTheScanRejectsIsAskedForWithout() throws Exception {
    Result result = solve(DANGEROUS, RIGHT, TESTS);
    assertThat(verdicts(result)).containsExactly("Rejected", "Passed");
  }

  @Test
  void aReplyWithoutCodeIsAskedForAgain() throws Exception {
    Result result = solve("I am sorry.", RIGHT, TESTS);
    assertThat(verdicts(result)).containsExactly("Unreadable", "Passed");
  }

  @Test
  void aReplyCutByTheTokenLimitIsAskedForWithMoreRoom() throws Exception {
    ScriptedModel model = new ScriptedModel();
    model.then(RIGHT.substring(0, 20), FinishReason.LENGTH).then(RIGHT, FinishReason.STOP);
    model.then(TESTS, FinishReason.STOP);
    Result result = solve(model, new Requirement(TEXT, "", List.of()));
    assertThat(verdicts(result)).containsExactly("Passed");
    assertThat(model.requests().get(1).sampling().maxTokens())
        .isEqualTo(2 * model.requests().getFirst().sampling().maxTokens());
  }

  @Test
  void aGeneratedTestThatNoCandidatePassesIsSetAside() throws Exception {
    Result result = solve(RIGHT, BAD_TEST, ALSO_RIGHT);
    assertThat(result.passed()).isTrue();
    assertThat(result.evidence().setAside()).isEqualTo(1);
    assertThat(tests(result, Origin.GENERATED)).contains("double(3)").doesNotContain("double(4)");
    assertThat(tests(result, Origin.AGREED)).contains("double(4)\", double(4), 8)");
  }

  private static String tests(Result result, Origin origin) {
    return result.best().orElseThrow().tests().stream()
        .filter(file -> file.origin() == origin)
        .map(file -> file.file().content())
        .collect(Collectors.joining());
  }

  @Test
  void theBestAttemptIsReturnedWhenTheRoundsAreUsed() throws Exception {
    Result result = solve(WRONG, wrong(1), wrong(2), wrong(3), wrong(4), wrong(5));
    assertThat(result.ending()).isEqualTo(Ending.ROUNDS_USED);
    assertThat(result.passed()).isFalse();
    assertThat(result.attempts()).extracting(Attempt::round).containsExactly(1, 2, 2, 3, 3, 3);
    assertThat(result.bestAttempt()).isEqualTo(1);
    assertThat(result.best().orElseThrow().judgement().errors().getFirst())
        .contains("double(2)", "4");
  }

  @Test
  void anInterruptReturnsWhatIsThere() throws Exception {
    ScriptedModel model = new ScriptedModel(WRONG);
    model.then("half", FinishReason.CANCELLED);
    Result result = solve(model, new Requirement(TEXT, "", List.of()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.bestAttempt()).isEqualTo(1);
  }

  @Test
  void everyAttemptIsInTheRunLog() throws Exception {
    Result result = solve(WRONG, RIGHT, TESTS);
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      assertThat(log.find(result.runId()).orElseThrow().attempts())
          .extracting(Attempt::code)
          .containsExactlyElementsOf(result.attempts().stream().map(Attempt::code).toList());
    }
  }

  @Test
  void ownTestsComeFirst() throws Exception {
    SourceFile own =
        new SourceFile(
            "test_own.py",
            "from solution import double\n\n\ndef test_minus():\n    assert double(-1) == -2\n");
    Result result = solve(new ScriptedModel(RIGHT, TESTS), new Requirement(TEXT, "", List.of(own)));
    assertThat(result.evidence().givenPassed()).isEqualTo(2);
    assertThat(result.best().orElseThrow().judgement().outcomes().getFirst().name())
        .isEqualTo("test_minus");
  }

  @Test
  void ownTestsThatDoNotCompileAreRefused() {
    SourceFile own = new SourceFile("test_own.py", "def test_minus():\n    assert double(\n");
    assertThatThrownBy(() -> solve(new ScriptedModel(), new Requirement(TEXT, "", List.of(own))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("test_own.py:")
        .hasMessageContaining("does not compile");
  }

  @Test
  void javaScriptTakesTheSameWayAndAForgottenExportIsMended() throws Exception {
    Requirement requirement =
        new Requirement(
            "Write a JavaScript function double(n) that doubles n. double(2) === 4", "", List.of());
    String wrong = "```javascript\nfunction double(n) {\n  return n + 1;\n}\n```";
    String right = "```javascript\nfunction double(n) {\n  return n * 2;\n}\n```";
    Result result = solve(new ScriptedModel(wrong, right, TESTS), requirement);
    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed");
    assertThat(result.attempts())
        .allSatisfy(
            attempt ->
                assertThat(attempt.mendings())
                    .containsExactly(new Mending(List.of("missing-export"), "", List.of())));
  }

  @Test
  void theModelIsAskedForTestsFirstWhereNoneWereGiven() throws Exception {
    String text = "Write a Python function double(n: int) -> int that doubles n.";
    ScriptedModel model = new ScriptedModel(TESTS, RIGHT, RIGHT);
    Result result = solve(model, new Requirement(text, "", List.of()));
    assertThat(result.evidence().basis()).isEqualTo(Basis.OWN);
    assertThat(result.attempts().getFirst().exchanges())
        .extracting(Exchange::role)
        .containsExactly("tests", "code");
  }

  @Test
  void aPassByOwnTestsAloneIsAgreedWhereAnotherReadingDoesTheSame() throws Exception {
    String text = "Write a Python function double(n: int) -> int that doubles n.";
    Result result =
        solve(new ScriptedModel(TESTS, RIGHT, ALSO_RIGHT), new Requirement(text, "", List.of()));
    assertThat(result.evidence().basis()).isEqualTo(Basis.AGREED);
    assertThat(result.evidence().consensus()).isEqualTo(new Consensus(2, 2));
  }

  @Test
  void whatTwoReadingsReturnForFurtherCallsBecomesTests() throws Exception {
    String text = "Write a Python function double(n: int) -> int that doubles n.";
    Result result =
        solve(new ScriptedModel(TESTS, RIGHT, ALSO_RIGHT), new Requirement(text, "", List.of()));
    assertThat(result.bestAttempt()).isEqualTo(2);
    List<TestFile> voted =
        result.best().orElseThrow().tests().stream()
            .filter(file -> file.origin() == Origin.AGREED)
            .toList();
    assertThat(voted).hasSize(1);
    assertThat(voted.getFirst().examples().values())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            example -> {
              int argument = Integer.parseInt(example.call().replaceAll("\\D*(-?\\d+)\\)$", "$1"));
              assertThat(example.expected()).isEqualTo(Integer.toString(2 * argument));
            });
    assertThat(voted.getFirst().examples().values())
        .extracting(Example::call)
        .doesNotContain("double(3)", "double(0)");
    assertThat(result.evidence().ownPassed()).isEqualTo(2 + voted.getFirst().names().size());
    assertThat(result.attempts().getFirst().tests())
        .noneMatch(file -> file.origin() == Origin.AGREED);
  }

  @Test
  void ofThreeThatPassTheirOwnTestsTheOneThatStandsAloneIsNotTheAnswer() throws Exception {
    String text = "Write a Python function double(n: int) -> int that doubles n.";
    String byLuck = python("def double(n):\n    return n * 2 if n > 1 else 7\n");
    Result result =
        solve(
            new ScriptedModel("double(3) == 6\ndouble(5) == 10", byLuck, RIGHT, ALSO_RIGHT),
            new Requirement(text, "", List.of()));
    assertThat(verdicts(result)).containsExactly("Passed", "Passed", "Passed");
    assertThat(result.bestAttempt()).isEqualTo(3);
    assertThat(result.evidence().consensus()).isEqualTo(new Consensus(3, 2));
  }

  @Test
  void whereTheTextNamesNothingTheTestsCallWhatTheFirstCodeOffers() throws Exception {
    String text = "Write a Python function that doubles a number.";
    ScriptedModel model = new ScriptedModel(BROKEN, WRONG, TESTS, RIGHT, RIGHT);
    Result result = solve(model, new Requirement(text, "", List.of()));
    assertThat(verdicts(result)).containsExactly("CompileError", "TestsFailed", "Passed", "Passed");
    assertThat(result.attempts())
        .extracting(attempt -> attempt.exchanges().stream().map(Exchange::role).toList())
        .containsExactly(
            List.of("code"), List.of("repair", "tests"), List.of("code"), List.of("code"));
    assertThat(model.requests().getLast().messages().getLast().text()).contains("`def double(n)`");
  }

  @Test
  void aProgramIsRunOnItsExamplesAndNothingElseIsAskedFor() throws Exception {
    String text =
        """
        Write a Python program that reads two integers from standard input and prints their sum.

        Input: 2 3
        Output: 5
        """;
    ScriptedModel model =
        new ScriptedModel(
            python("a, b = map(int, input().split())\nprint(a * b)\n"),
            python("a, b = map(int, input().split())\nprint(a + b)\n"));
    Result result = solve(model, new Requirement(text, "", List.of()));
    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed");
    assertThat(result.evidence().basis()).isEqualTo(Basis.GIVEN);
    assertThat(model.requests().getFirst().messages().getLast().text())
        .contains("reads standard input");
  }

  @Test
  void examplesOfAProgramThatShowsNoneAreAskedFor() throws Exception {
    String text =
        "Write a Python program that reads a number from standard input and prints its square.";
    ScriptedModel model =
        new ScriptedModel(
            python("print(int(input()) * 2)\n"),
            "3\nOutput:\n9\n\nInput:\n-2\nOutput:\n4\n\nInput:\n0\nOutput:\n1\n",
            python("print(int(input()) ** 2)\n"));
    Result result = solve(model, new Requirement(text, "", List.of()));
    assertThat(verdicts(result)).containsExactly("TestsFailed", "Passed");
    assertThat(result.evidence().setAside()).isEqualTo(1);
    assertThat(result.evidence().ownPassed()).isEqualTo(2);
  }

  @Test
  void whereNoTestsCanBeHadCodeThatBuildsEndsTheRun() throws Exception {
    String text = "Write a Python function double(n: int) -> int that doubles n.";
    ScriptedModel model = new ScriptedModel("I am sorry.", "I am sorry.", BROKEN, RIGHT);
    Result result = solve(model, new Requirement(text, "", List.of()));
    assertThat(verdicts(result)).containsExactly("CompileError", "TestsFailed");
    assertThat(result.ending()).isEqualTo(Ending.NO_PROGRESS);
    assertThat(result.bestAttempt()).isEqualTo(2);
  }

  @Test
  void theModelIsAskedForNoTestsWhileNoCandidatePassesTheGivenOnes() throws Exception {
    Result result = solve(WRONG, RIGHT, TESTS);
    assertThat(result.attempts())
        .extracting(attempt -> attempt.exchanges().stream().map(Exchange::role).toList())
        .containsExactly(List.of("code"), List.of("code", "tests"));
  }

  @Test
  void whatFurtherCallsReturnIsAskedOneByOneAndKeptAsOneAnswer() throws Exception {
    ScriptedModel model = new ScriptedModel(RIGHT, TESTS);
    Result result = solve(model, new Requirement(TEXT, "", List.of()));

    assertThat(model.requests()).hasSize(1 + 5);
    Exchange tests = result.attempts().getFirst().exchanges().getLast();
    assertThat(tests.prompt().messages().getLast().text())
        .isEqualTo("double(2) == 4\ndouble(0) ==");
    assertThat(tests.reply().text()).startsWith(" 0\ndouble(1) ==").contains("double(3) == 6");
    assertThat(tests.reply().promptTokens()).isEqualTo(5 * 10);
    assertThat(tests(result, Origin.GENERATED)).contains("double(3)");
    assertThat(result.evidence().setAside()).isZero();
  }

  @Test
  void whereNoValueCanBeHadWholeTestsAreAskedFor() throws Exception {
    ScriptedModel model = new ScriptedModel(RIGHT, "I am sorry.", TESTS);
    Result result = solve(model, new Requirement(TEXT, "", List.of()));

    assertThat(model.requests()).hasSize(1 + 3 + 1);
    assertThat(result.attempts().getFirst().exchanges())
        .extracting(exchange -> exchange.prompt().name())
        .containsExactly("candidate/write", "suite/predict", "suite/examples");
    assertThat(result.evidence().ownPassed()).isEqualTo(2);
  }

  @Test
  void codeThatIsThereIsChanged() throws Exception {
    ScriptedModel model =
        new ScriptedModel(
            python("def double(n):\n    return n * 2\n\n\ndef half(n):\n    return n / 2\n"),
            "double('') == ''\ndouble('aa') == 'aaaa'");
    Result result = solve(model, change("Let double work with texts too. double('a') == 'aa'"));

    assertThat(verdicts(result)).containsExactly("Passed");
    assertThat(result.plan().entryPoints()).containsExactly("double");
    assertThat(result.best().orElseThrow().code())
        .extracting(SourceFile::path)
        .containsExactly("calc.py");
    assertThat(result.attempts().getFirst().exchanges().getFirst().prompt().name())
        .isEqualTo("candidate/change");
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      assertThat(log.find(result.runId()).orElseThrow().start().requirement())
          .isEqualTo(result.requirement());
    }
  }

  @Test
  void aReplyThatLosesPartOfTheCodeIsAskedForAgain() throws Exception {
    ScriptedModel model =
        new ScriptedModel(
            RIGHT,
            python("def double(n):\n    return n * 2\n\n\ndef half(n):\n    return n / 2\n"),
            "double('') == ''\ndouble('aa') == 'aaaa'");
    Result result = solve(model, change("Let double work with texts too. double('a') == 'aa'"));

    assertThat(verdicts(result)).containsExactly("Unreadable", "Passed");
    assertThat(result.attempts().getFirst().judgement().errors())
        .containsExactly("the reply leaves out half");
  }

  @Test
  void codeMayImportFilesThatAreGivenToRead() throws Exception {
    Requirement requirement =
        new Requirement(
            TEXT, "", List.of(), List.of(), List.of(new SourceFile("lib/factors.py", "TWO = 2\n")));
    ScriptedModel model =
        new ScriptedModel(
            python("from lib.factors import TWO\n\n\ndef double(n):\n    return n * TWO\n"), TESTS);
    Result result = solve(model, requirement);

    assertThat(verdicts(result)).containsExactly("Passed");
    assertThat(result.best().orElseThrow().code())
        .extracting(SourceFile::path)
        .containsExactly("solution.py");
    assertThat(model.requests().getFirst().messages().getLast().text())
        .contains("`lib/factors.py`:\n```python\nTWO = 2\n```");
  }

  @Test
  void codeThatTheModelHasNoRoomForIsRefused() {
    SourceFile large = new SourceFile("calc.py", "x = 1\n".repeat(5000));
    Requirement requirement =
        new Requirement("Change x to 2", "", List.of(), List.of(large), List.of());
    assertThatThrownBy(() -> solve(new ScriptedModel(), requirement))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("scripted has room for 8192");
  }

  @Test
  void codeOfAnotherLanguageIsRefused() {
    Requirement requirement =
        new Requirement(
            "Change x", "python", List.of(), List.of(new SourceFile("a.js", "")), List.of());
    assertThatThrownBy(() -> solve(new ScriptedModel(), requirement))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a.js is no file of python, which ends with .py");
  }

  @Test
  void aStrongerModelGoesOnWhereTheRoundsOfTheFirstAreUsed() throws Exception {
    ScriptedModel first = new ScriptedModel(WRONG, WRONG, WRONG);
    ModelCard large = new ModelCard("large", 30, 8192, "", "script");
    ScriptedModel second = new ScriptedModel(large, RIGHT, TESTS);
    Chain chain =
        new Chain(
            List.of(new Chain.Link("a", () -> first), new Chain.Link("b", () -> second)),
            Progress.silent());
    Result result = solve(Cast.of(chain), new Requirement(TEXT, "", List.of()));
    assertThat(result.ending()).isEqualTo(Ending.SOLVED);
    assertThat(result.attempts()).extracting(Attempt::round).containsExactly(1, 2, 2, 3);
    assertThat(result.attempts().getLast().exchanges().getFirst().role()).isEqualTo("repair");
  }

  @Test
  void aModelForEscalationWritesTheCodeWhereTheRoundsAreUsed() throws Exception {
    ScriptedModel first = new ScriptedModel(WRONG, WRONG, WRONG, TESTS);
    ScriptedModel last = new ScriptedModel(RIGHT);
    Cast cast = new Cast(first, Map.of(Role.ESCALATION, last));
    Result result = solve(cast, new Requirement(TEXT, "", List.of()));
    assertThat(result.ending()).isEqualTo(Ending.SOLVED);
    assertThat(result.bestAttempt()).isEqualTo(4);
  }

  private static Requirement change(String text) {
    SourceFile code =
        new SourceFile(
            "calc.py", "def double(n):\n    return n + n\n\n\ndef half(n):\n    return n / 2\n");
    return new Requirement(text, "", List.of(), List.of(code), List.of());
  }

  private Result solve(String... replies) throws InterruptedException {
    return solve(new ScriptedModel(replies), new Requirement(TEXT, "", List.of()));
  }

  private Result solve(ScriptedModel model, Requirement requirement) throws InterruptedException {
    return solve(Cast.of(model), requirement);
  }

  private Result solve(Cast cast, Requirement requirement) throws InterruptedException {
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      AgentParts parts =
          new AgentParts(
              languages,
              new LanguageChooser(new LanguageDetector()),
              Planner.suiting(cast.usual(), Progress.silent()),
              new Judge(new Scanner(), sandbox),
              cast,
              log,
              "test");
      JudgeSettings judging =
          new JudgeSettings(Limits.defaults().withTime(Duration.ofSeconds(8)), Set.of());
      return new Agent(parts)
          .solve(
              requirement,
              new SolveSettings(3, 0, judging, Basis.OWN, List.of()),
              Progress.silent());
    }
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
