package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.agent.Agent;
import dev.hone.agent.AgentParts;
import dev.hone.agent.SolveSettings;
import dev.hone.language.Languages;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.model.FinishReason;
import dev.hone.model.ScriptedModel;
import dev.hone.plan.Planner;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.runlog.RunLog;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every strategy with a scripted model, real Python and the real sandbox.
class BenchIT {
  private static final String RIGHT = "```python\ndef triple(n):\n    return n * 3\n```\n";
  private static final String WRONG = "```python\ndef triple(n):\n    return n + 5\n```\n";
  private static final String TESTS =
      "from solution import triple\n\ndef test_two():\n    assert triple(2) == 6\n";
  private static final String BAD_TESTS =
      "from solution import triple\n\ndef test_two():\n    assert triple(2) == 7\n";

  @TempDir static Path cache;
  private static Sandbox sandbox;
  private static Languages languages;

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private Path suite = Path.of(".");
  private Path out = Path.of(".");
  private int rounds = 3;
  private BenchRequest.Replies replies = BenchRequest.Replies.NONE;

  @BeforeAll
  static void findSandboxAndToolchains() {
    sandbox = new Sandboxes().choose();
    languages = new Languages(List.of(new Python(cache, Progress.silent()), new JavaScript(cache)));
  }

  @BeforeEach
  void writeTheSuite() {
    ObjectNode second = Tasks.triple("own/2");
    suite = Tasks.write(folder.resolve("own.jsonl"), List.of(Tasks.triple("own/1"), second));
    out = folder.resolve("out.json");
  }

  @Test
  void solutionsOfTheFileAreChecked() {
    Report right = run(new ScriptedModel(), Approach.CANONICAL);
    Report stub = run(new ScriptedModel(), Approach.STUB);

    assertThat(right.totals()).extracting("problems", "solved").containsExactly(2, 2);
    assertThat(right.items()).extracting(Item::verdict).containsExactly("Passed", "Passed");
    assertThat(stub.totals()).extracting("problems", "solved").containsExactly(2, 0);
    assertThat(lines.getFirst())
        .matches(
            "\\[1/2] python #[01] solved {2}Passed {2}\\d+ s {2}\\(1 solved, ends about \\S+\\)");
  }

  @Test
  void aSingleAnswerIsPassedWhenItHoldsCodeAndSolvedWhenTheCheckSaysSo() {
    ScriptedModel model = new ScriptedModel(RIGHT, WRONG);

    Report report = run(model, Approach.SINGLE);

    assertThat(report.items())
        .extracting(Item::solved, Item::passed, Item::verdict, Item::ended)
        .containsExactly(
            tuple(true, true, "Passed", "Solved"), tuple(false, true, "TestsFailed", "Solved"));
    assertThat(report.totals().claimedAndSolved()).isEqualTo(1);
    assertThat(report.totals().promptTokens()).isEqualTo(20);
    assertThat(model.requests())
        .allSatisfy(one -> assertThat(one.sampling().temperature()).isZero());
  }

  @Test
  void writtenTestsAreHeldAgainstTheRightSolution() {
    limitToOne();
    ScriptedModel model = new ScriptedModel("(4) == 12\ntriple(0) == 1\ntriple(-1) == -3\n");

    assertThat(run(model, Approach.TESTS).items())
        .extracting(Item::solved, Item::check, item -> item.measured(Item.HeldTests.class))
        .containsExactly(tuple(false, "TestsFailed", Optional.of(new Item.HeldTests(3, 2, 0, 0))));
  }

  @Test
  void aCutSingleAnswerIsUnreadable() {
    ScriptedModel model =
        new ScriptedModel()
            .then("```python\ndef tri", FinishReason.LENGTH)
            .then("", FinishReason.STOP);

    assertThat(run(model, Approach.SINGLE).items())
        .extracting(Item::passed, Item::verdict, Item::check)
        .containsOnly(tuple(false, "Unreadable", ""));
  }

  @Test
  void thePlainLoopCorrectsUntilItsTestsPass() {
    limitToOne();
    ScriptedModel model = new ScriptedModel("python", WRONG, TESTS, RIGHT);

    Report report = run(model, Approach.LOOP);

    assertThat(report.items())
        .extracting(Item::solved, Item::passed, Item::verdict, Item::ended)
        .containsExactly(tuple(true, true, "Passed", "Solved"));
    assertThat(model.requests())
        .extracting(request -> request.sampling().temperature())
        .containsExactly(0.0, 0.2, 0.2, 0.2);
    assertThat(model.requests().getLast().messages().getLast().text())
        .contains("return n + 5", "assert triple(2) == 6", "1 failed");
  }

  @Test
  void thePlainLoopEndsAfterThreeCorrections() {
    limitToOne();
    ScriptedModel model = new ScriptedModel("python", RIGHT, BAD_TESTS, RIGHT, RIGHT, RIGHT);

    assertThat(run(model, Approach.LOOP).items())
        .extracting(Item::solved, Item::passed, Item::verdict, Item::ended)
        .containsExactly(tuple(true, false, "TestsFailed", "RoundsUsed"));
    assertThat(model.isUsedUp()).isTrue();
  }

  @Test
  void thePlainLoopChecksTheSyntaxOfOtherLanguages() {
    limitToOne();
    ScriptedModel model =
        new ScriptedModel(
            "JavaScript.",
            "const triple = (n) => n *;",
            "no tests",
            "const triple = (n) => n * 3;");

    assertThat(run(model, Approach.LOOP).items())
        .extracting(Item::solved, Item::passed, Item::verdict)
        .containsExactly(tuple(false, true, "Passed"));
    assertThat(model.requests()).hasSize(4);
  }

  @Test
  void honeIsRunAsItIs() {
    limitToOne();
    ScriptedModel model = new ScriptedModel(RIGHT, "triple(3) == 9");

    assertThat(run(model, Approach.HONE).items())
        .extracting(Item::solved, Item::passed, Item::verdict, Item::ended)
        .containsExactly(tuple(true, true, "Passed", "Solved"));
  }

  @Test
  void anItemOfHoneSaysWhatItStandsOn() {
    limitToOne();

    Item item = run(new ScriptedModel(RIGHT, "triple(3) == 9"), Approach.HONE).items().getFirst();

    assertThat(item.failure()).isEqualTo(Failure.NONE);
    assertThat(item.measured(Item.Grounds.class))
        .hasValueSatisfying(
            grounds -> {
              assertThat(grounds.testPromptTokens()).isEqualTo(5 * 10);
              assertThat(grounds.testTokens()).isBetween(50L, item.tokens() - 10);
              assertThat(grounds.candidates()).isEqualTo(1);
              assertThat(grounds.basis()).isEqualTo(Evidence.Basis.GIVEN);
              assertThat(grounds.tests())
                  .containsExactly(
                      new Item.Grounds.Tally(Origin.TEXT, 1, 1),
                      new Item.Grounds.Tally(Origin.AGREED, 1, 1));
              assertThat(grounds.setAside()).isZero();
              assertThat(grounds.right()).hasValue(1);
              assertThat(grounds.kept()).hasValue(new Item.HeldTests(1, 1, 0, 0));
            });
  }

  @Test
  void aMissHasItsClass() {
    limitToOne();
    rounds = 1;

    assertThat(failure(Approach.SINGLE, WRONG)).isEqualTo(Failure.WRONG_ANSWER);
    assertThat(failure(Approach.SINGLE, "```python\ndef triple(n:\n    return n\n```"))
        .isEqualTo(Failure.COMPILE);
    assertThat(failure(Approach.SINGLE, "```python\ndef triple(n):\n    return m * 3\n```"))
        .isEqualTo(Failure.NAME);
    assertThat(failure(Approach.SINGLE, "")).isEqualTo(Failure.NO_CODE);
    assertThat(failure(Approach.LOOP, "javascript", "const triple = 3;", "", ""))
        .isEqualTo(Failure.WRONG_LANGUAGE);
    assertThat(failure(Approach.HONE, WRONG)).isEqualTo(Failure.WRONG_ANSWER);
    String narrow = "```python\ndef triple(n):\n    return 6 if n == 2 else 9\n```";
    assertThat(failure(Approach.HONE, narrow, "triple(3) == 9")).isEqualTo(Failure.WEAK_TESTS);
  }

  private Failure failure(Approach approach, String... replies) {
    return run(new ScriptedModel(replies), approach).items().getFirst().failure();
  }

  @Test
  void noStrategyIsShownWhatIsHidden() {
    limitToOne();
    rounds = 1;
    List<ScriptedModel> models =
        List.of(
            new ScriptedModel(WRONG),
            new ScriptedModel("python", WRONG, BAD_TESTS, WRONG),
            new ScriptedModel(WRONG));
    List<Approach> approaches = List.of(Approach.SINGLE, Approach.LOOP, Approach.HONE);
    for (int i = 0; i < approaches.size(); i++) {
      run(models.get(i), approaches.get(i));
      assertThat(models.get(i).requests().toString())
          .doesNotContain("secret_check", "triple(7)", "hidden_entry", "own/1");
    }
  }

  @Test
  void anAnswerIsCheckedBeforeAndAfterItsCorrectionsByRule() {
    limitToOne();
    ScriptedModel model =
        new ScriptedModel("```python\ndef triple(n):\n    return math.prod([n, 3])\n```");

    assertThat(run(model, Approach.MENDED).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.solved()).isTrue();
              assertThat(item.verdict()).isEqualTo("Passed");
              assertThat(item.measured(Item.RuleMending.class))
                  .hasValueSatisfying(
                      before -> {
                        assertThat(before.verdict()).isEqualTo("CompileError");
                        assertThat(before.check()).isEqualTo("TestsFailed");
                        assertThat(before.faulty()).isTrue();
                        assertThat(before.stillFaulty()).isFalse();
                        assertThat(before.rules()).isNotEmpty();
                      });
            });
  }

  @Test
  void whatWasRecordedIsAnsweredWithoutAModel() {
    limitToOne();
    String kept = folder.resolve("replies").toString();
    replies = new BenchRequest.Replies(kept, "");
    Report recorded = run(new ScriptedModel(RIGHT, "triple(3) == 9"), Approach.HONE);
    Report again = run(new ScriptedModel(), Approach.HONE);
    replies = new BenchRequest.Replies("", kept);
    Report replayed = run(new ScriptedModel(), Approach.HONE);

    assertThat(List.of(recorded, again, replayed))
        .allSatisfy(report -> assertThat(report.totals().claimedAndSolved()).isEqualTo(1))
        .extracting(report -> report.totals().completionTokens())
        .containsOnly(recorded.totals().completionTokens());
    assertThat(run(new ScriptedModel(), Approach.SINGLE).items())
        .extracting(Item::ended)
        .containsExactly("Failed");
  }

  @Test
  void aRunGoesOnWhereItStopped() {
    assertThatThrownBy(() -> keep(new ScriptedModel(RIGHT), Approach.SINGLE))
        .isInstanceOf(AssertionError.class);
    assertThat(form().path("items")).hasSize(1);
    assertThat(form().path("complete").asBoolean(true)).isFalse();

    Report report = keep(new ScriptedModel(WRONG), Approach.SINGLE);

    assertThat(report.items()).extracting(Item::solved).containsExactly(true, false);
    assertThat(form().path("complete").asBoolean(false)).isTrue();
    assertThat(form().path("prompts").get(0).path("name").asString()).isEqualTo("bench/single");
    assertThat(keep(new ScriptedModel(), Approach.SINGLE)).isEqualTo(report);
  }

  @Test
  void aRunUnderOtherConditionsLeavesTheFileAlone() {
    keep(new ScriptedModel(RIGHT, WRONG), Approach.SINGLE);

    assertThatThrownBy(() -> keep(new ScriptedModel(), Approach.LOOP))
        .hasMessageContaining("holds results with strategy single, not loop");
    limitToOne();
    assertThatThrownBy(() -> keep(new ScriptedModel(), Approach.SINGLE))
        .hasMessageContaining("results of another version of the suite own");
  }

  @Test
  void anInterruptKeepsWhatIsDone() {
    ScriptedModel model = new ScriptedModel(RIGHT).then("```py", FinishReason.CANCELLED);

    Report report = keep(model, Approach.SINGLE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.items()).hasSize(1);
    assertThat(form().path("items")).hasSize(1);
  }

  private void limitToOne() {
    Tasks.write(suite, List.of(Tasks.triple("own/1")));
  }

  private JsonNode form() {
    return new JsonMapper().readTree(out.toFile());
  }

  private Report run(ScriptedModel model, Approach approach) {
    return new Bench(parts(model)).run(request(approach, ""));
  }

  private Report keep(ScriptedModel model, Approach approach) {
    return new Bench(parts(model)).run(request(approach, out.toString()));
  }

  private BenchRequest request(Approach approach, String file) {
    return new BenchRequest(
        new BenchRequest.Selection(List.of(suite.toString()), "", 0, ""),
        approach,
        new BenchRequest.Settings("", rounds, 0, Duration.ofMinutes(2)),
        replies,
        2,
        "",
        file);
  }

  private BenchParts parts(ScriptedModel model) {
    return new BenchParts(
        () -> sandbox,
        () -> new Judge(new Scanner(), sandbox),
        _ -> model,
        id -> languages.all().stream().filter(language -> language.id() == id).findFirst(),
        (request, asked) -> {
          try (RunLog log = RunLog.open(folder.resolve("runs.db"))) {
            AgentParts agent =
                new AgentParts(
                    languages,
                    new LanguageChooser(new LanguageDetector()),
                    Planner.suiting(asked, Progress.silent()),
                    new Judge(new Scanner(), sandbox),
                    asked,
                    log,
                    "test");
            JudgeSettings judging =
                new JudgeSettings(Limits.defaults().withTime(request.timeout()), request.allowed());
            return new Agent(agent)
                .solve(
                    request.requirement(),
                    new SolveSettings(
                        request.rounds(), request.seed(), judging, request.required(), List.of()),
                    Progress.silent());
          }
        },
        cache,
        "test",
        event -> {
          if (event instanceof Event.Stage(String text)) {
            lines.add(text);
          }
        });
  }
}
