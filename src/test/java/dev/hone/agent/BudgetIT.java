package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Languages;
import dev.hone.language.Toolchain;
import dev.hone.language.python.Python;
import dev.hone.model.Bill;
import dev.hone.model.Cost;
import dev.hone.model.FinishReason;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.ScriptedModel;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.model.budget.BudgetedModel;
import dev.hone.model.budget.Ledger;
import dev.hone.model.price.PricedModel;
import dev.hone.plan.Planner;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Exchange;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs that end by a budget, with scripted models and the real sandbox.
@Timeout(300)
class BudgetIT {
  private static final String TEXT =
      "Write a Python function double(n: int) -> int that doubles n. double(2) == 4";
  private static final String TESTS = "double(3) == 6\ndouble(0) == 0";

  /// Long enough to be dear: 263 tokens, as a scripted model counts.
  private static final String WRONG =
      "```python\n# %s\ndef double(n):\n    return n + 1\n```\n".formatted("x".repeat(1005));

  private static final String RIGHT = "```python\ndef double(n):\n    return n * 2\n```\n";

  /// Ten dollars for a million tokens.
  private static final Price PRICE =
      new Price.PerMillion(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN);

  @TempDir static Path cache;
  private static Sandbox sandbox;
  private static Languages languages;

  @TempDir Path data;

  @BeforeAll
  static void findSandboxAndToolchains() {
    sandbox = new Sandboxes().choose();
    Python python = new Python(cache, Progress.silent());
    // what is fetched once shall not count as the time of a run
    Toolchain _ = python.toolchain();
    languages = new Languages(List.of(python));
  }

  @Test
  void aTokenBudgetEndsTheRunWithTheBestAttempt() throws Exception {
    ScriptedModel model = new ScriptedModel(WRONG, RIGHT);

    Result result = solve(Cast.of(priced(model)), Bound.completionTokens(500));

    assertThat(result.ending()).isEqualTo(Ending.TOKEN_BUDGET);
    assertThat(result.passed()).isFalse();
    assertThat(result.bestAttempt()).isEqualTo(1);
    assertThat(model.requests()).hasSize(1);
    assertThat(logged(result).end().id()).isEqualTo("TokenBudget");
    assertThat(logged(result).start().settings().budget()).containsExactly("completionTokens 500");
  }

  @Test
  void aMoneyBudgetEndsTheRunWithTheBestAttemptAndWhatItCost() throws Exception {
    ScriptedModel model = new ScriptedModel(WRONG, RIGHT);

    Result result =
        solve(Cast.of(new PricedModel(counted(model), PRICE)), Bound.cost(new BigDecimal("0.005")));

    assertThat(result.ending()).isEqualTo(Ending.MONEY_BUDGET);
    assertThat(result.bestAttempt()).isEqualTo(1);
    assertThat(result.usage().cost()).isEqualTo(PRICE.of(10, 0, WRONG.length() / 4));
    assertThat(logged(result).attempts().getFirst().exchanges())
        .extracting(exchange -> exchange.reply().bill())
        .contains(new Bill("scripted", PRICE.of(10, 0, WRONG.length() / 4)));
  }

  @Test
  void aTimeBudgetCutsTheCallAndKeepsTheBestAttempt() throws Exception {
    LanguageModel endless = new EndlessAfter(new ScriptedModel(WRONG), 1);

    Result result = solve(Cast.of(endless), Bound.time(Duration.ofSeconds(20)));

    assertThat(result.ending()).isEqualTo(Ending.TIME_BUDGET);
    assertThat(result.bestAttempt()).isEqualTo(1);
    assertThat(result.usage().calls()).as("the cut call is spent").isEqualTo(2);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aBudgetThatIsSpentBeforeTheFirstCallLeavesAResultWithoutAnAttempt() throws Exception {
    ScriptedModel model = new ScriptedModel();

    Result result = solve(Cast.of(priced(model)), Bound.tokens(1));

    assertThat(result.ending()).isEqualTo(Ending.TOKEN_BUDGET);
    assertThat(result.best()).isEmpty();
    assertThat(result.usage().calls()).isZero();
    assertThat(result.usage().cost()).isEqualTo(Cost.nothing());
  }

  @Test
  void aRunThatStaysInItsBudgetIsAsAnyOther() throws Exception {
    Result result =
        solve(
            Cast.of(priced(new ScriptedModel(RIGHT, TESTS))),
            Bound.tokens(100_000),
            Bound.cost(BigDecimal.TEN),
            Bound.time(Duration.ofHours(1)));

    assertThat(result.ending()).isEqualTo(Ending.SOLVED);
    assertThat(result.passed()).isTrue();
  }

  @Test
  void eachRoleIsPlayedByItsOwnModel() throws Exception {
    ScriptedModel usual = new ScriptedModel(named("usual"), TESTS);
    ScriptedModel coder = new ScriptedModel(named("coder"), WRONG, RIGHT);
    Cast cast = new Cast(priced(usual), Map.of(Role.CODER, priced(coder)));

    Result result = solve(cast);

    assertThat(result.passed()).isTrue();
    assertThat(usual.isUsedUp() && coder.isUsedUp()).isTrue();
    assertThat(logged(result).attempts())
        .flatExtracting(attempt -> attempt.exchanges().stream().map(BudgetIT::who).toList())
        .containsExactly("code by coder", "code by coder", "tests by usual");
  }

  private static String who(Exchange exchange) {
    return exchange.role() + " by " + exchange.reply().bill().model();
  }

  private static ModelCard named(String name) {
    return new ModelCard(name, 1.5, 8192, "", "script");
  }

  private static LanguageModel priced(ScriptedModel model) {
    return new PricedModel(model, Price.free());
  }

  /// Counts every prompt as ten tokens, as a scripted model bills it.
  private static LanguageModel counted(ScriptedModel model) {
    return new LanguageModel() {
      @Override
      public ModelCard card() {
        return model.card();
      }

      @Override
      public Reply reply(Request request, Consumer<String> onText) {
        return model.reply(request, onText);
      }

      @Override
      public Forecast forecast(Request request) {
        return new Forecast(10, Price.unknown());
      }

      @Override
      public void close() {}
    };
  }

  /// Answers as another model some times, then writes until it is interrupted.
  private static final class EndlessAfter implements LanguageModel {
    private final ScriptedModel model;
    private int left;

    EndlessAfter(ScriptedModel model, int times) {
      this.model = model;
      this.left = times;
    }

    @Override
    public ModelCard card() {
      return model.card();
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      if (left-- > 0) {
        return model.reply(request, onText);
      }
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Reply(
          "```python\ndef do", FinishReason.CANCELLED, 10, 0, 4, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public void close() {}
  }

  private Result solve(Cast cast, Bound... bounds) throws InterruptedException {
    Budget budget = new Budget(List.of(bounds));
    Ledger ledger = new Ledger(budget);
    Cast budgeted = cast.each(model -> new BudgetedModel(model, ledger));
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      AgentParts parts =
          new AgentParts(
              languages,
              new LanguageChooser(new LanguageDetector()),
              Planner.suiting(budgeted.playing(Role.PLANNER), Progress.silent()),
              new Judge(new Scanner(), sandbox),
              budgeted,
              log,
              "test");
      JudgeSettings judging =
          new JudgeSettings(Limits.defaults().withTime(Duration.ofSeconds(8)), Set.of());
      return new Agent(parts)
          .solve(
              new Requirement(TEXT, "", List.of()),
              new SolveSettings(3, 0, judging, Basis.OWN, List.of(), budget.words(), Trial.NONE),
              Progress.silent());
    }
  }

  private RunRecord logged(Result result) {
    try (RunLog log = RunLog.open(data.resolve("runs.db"))) {
      return log.find(result.runId()).orElseThrow();
    }
  }
}
