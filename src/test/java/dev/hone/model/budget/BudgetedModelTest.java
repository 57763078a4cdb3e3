package dev.hone.model.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hone.failure.UsageException;
import dev.hone.model.FinishReason;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.ModelCard;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import dev.hone.model.budget.Bound.Kind;
import dev.hone.model.price.PricedModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BudgetedModelTest {
  /// A dollar for a thousand tokens, read or generated.
  private static final Price DEAR =
      new Price.PerMillion(
          BigDecimal.valueOf(1000), BigDecimal.valueOf(1000), BigDecimal.valueOf(1000));

  /// As a scripted model counts: 10 tokens read, 40 generated.
  private static final String REPLY = "x".repeat(160);

  @Test
  void withoutBoundsEverythingIsAskedAsItIs() {
    ScriptedModel model = new ScriptedModel(REPLY);

    budgeted(model).reply(request(30, 100), _ -> {});

    assertThat(model.requests()).containsExactly(request(30, 100));
  }

  @Test
  void whatIsReadOfAFormCounts() {
    ScriptedModel model = new ScriptedModel(REPLY);
    Request plain = request(30, 40);
    Request form = plain.continued(List.of("x".repeat(90), "x".repeat(60)));

    assertThat(over(budgeted(model, Bound.tokens(60)), form))
        .hasMessage("the token budget of 60 leaves 60, and the next call would take about 70");
    assertThat(model.requests()).isEmpty();
    budgeted(model, Bound.tokens(60)).reply(plain, _ -> {});
    assertThat(model.requests()).containsExactly(plain);
  }

  @Test
  void theCallThatWouldGoOverTheTokensIsNotMade() {
    ScriptedModel model = new ScriptedModel(REPLY, REPLY);
    LanguageModel budgeted = budgeted(model, Bound.tokens(90));
    budgeted.reply(request(30, 160), _ -> {});

    BudgetException over = over(budgeted, request(30, 160));

    assertThat(over.kind()).isEqualTo(Kind.TOKENS);
    assertThat(over.cut()).isEmpty();
    assertThat(over)
        .hasMessage("the token budget of 90 leaves 40, and the next call would take about 63");
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void whatWasAskedBeforeCounts() {
    Ledger ledger = new Ledger(new Budget(List.of(Bound.tokens(90))));
    ledger.count(new ScriptedModel(REPLY).reply(request(30, 160), _ -> {}));

    BudgetException over =
        over(new BudgetedModel(new ScriptedModel(REPLY), ledger), request(30, 160));

    assertThat(over.kind()).isEqualTo(Kind.TOKENS);
    assertThat(over).hasMessageStartingWith("the token budget of 90 leaves 40, ");
  }

  @Test
  void aReplyHasNoMoreRoomThanIsLeft() {
    ScriptedModel model = new ScriptedModel(REPLY, REPLY);
    LanguageModel budgeted = budgeted(model, Bound.tokens(60), Bound.completionTokens(45));

    budgeted.reply(request(30, 160), _ -> {});

    assertThat(model.requests().getFirst().sampling().maxTokens()).isEqualTo(45);
  }

  @Test
  void whatIsGeneratedCanBeBoundedAlone() {
    LanguageModel budgeted = budgeted(new ScriptedModel(REPLY), Bound.completionTokens(60));
    budgeted.reply(request(3000, 160), _ -> {});

    assertThat(over(budgeted, request(3000, 160)).kind()).isEqualTo(Kind.COMPLETION_TOKENS);
  }

  @Test
  void theModelsOwnCountOfThePromptGoesBeforeTheCharacters() {
    ScriptedModel model = new ScriptedModel(REPLY);

    assertThat(over(budgeted(counting(model, 500), Bound.tokens(200)), request(30, 160)))
        .hasMessageContaining("about 540");
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void aModelWithLongRepliesIsExpectedToGoOn() {
    LanguageModel budgeted =
        budgeted(new ScriptedModel("x".repeat(4000)), Bound.completionTokens(1500));
    budgeted.reply(request(30, 100), _ -> {});

    assertThat(over(budgeted, request(30, 100))).hasMessageContaining("about 513 generated");
  }

  @Test
  void aMoneyBudgetOfACentIsOverspentByLessThanOneCall() {
    ScriptedModel model = new ScriptedModel(REPLY, REPLY, REPLY);
    Price price = new Price.PerMillion(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(100));
    LanguageModel budgeted =
        budgeted(new PricedModel(model, price), Bound.cost(new BigDecimal("0.01")));
    budgeted.reply(request(30, 160), _ -> {});
    budgeted.reply(request(30, 160), _ -> {});

    assertThat(over(budgeted, request(30, 160)))
        .hasMessage(
            "the money budget of $0.01 leaves $0.00198, and the next call would take about $0.00601");
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void moneyBoundsTheRoomOfAReplyToo() {
    ScriptedModel model = new ScriptedModel(REPLY);
    LanguageModel budgeted =
        budgeted(new PricedModel(model, DEAR), Bound.cost(new BigDecimal("0.08")));

    budgeted.reply(request(30, 160), _ -> {});

    assertThat(model.requests().getFirst().sampling().maxTokens()).isEqualTo(70);
  }

  @Test
  void aModelThatTakesNothingHasAnyMoneyBudget() {
    LanguageModel free = new PricedModel(new ScriptedModel(REPLY), Price.free());

    assertThat(budgeted(free, Bound.cost(BigDecimal.ZERO)).reply(request(30, 160), _ -> {}).text())
        .isEqualTo(REPLY);
  }

  @Test
  void moneyCannotBeBoundedWithoutAPrice() {
    ScriptedModel model = new ScriptedModel(REPLY);

    assertThatThrownBy(
            () -> budgeted(model, Bound.cost(BigDecimal.ONE)).reply(request(30, 160), _ -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the price of scripted");
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void whatOtherRunsOfTheDaySpentCounts() {
    Budget day = new Budget(List.of(Bound.tokens(1000).perDay())).after(980, BigDecimal.ZERO);

    assertThat(over(new BudgetedModel(new ScriptedModel(REPLY), new Ledger(day)), request(30, 160)))
        .hasMessage(
            "the token budget of 1000 a day leaves 20, and the next call would take about 50");
  }

  @Test
  void severalModelsSpendFromOneLedger() {
    Ledger ledger = new Ledger(new Budget(List.of(Bound.tokens(90))));
    new BudgetedModel(new ScriptedModel(REPLY), ledger).reply(request(30, 160), _ -> {});

    assertThat(over(new BudgetedModel(new ScriptedModel(REPLY), ledger), request(30, 160)).kind())
        .isEqualTo(Kind.TOKENS);
  }

  @Test
  void whenTheTimeIsOverNothingIsAsked() {
    long[] now = {0};
    Budget budget = new Budget(List.of(Bound.time(Duration.ofSeconds(90))));
    ScriptedModel model = new ScriptedModel(REPLY);
    LanguageModel budgeted = new BudgetedModel(model, new Ledger(budget, () -> now[0]));
    budgeted.reply(request(30, 160), _ -> {});
    now[0] = Duration.ofSeconds(90).toNanos();

    BudgetException over = over(budgeted, request(30, 160));

    assertThat(over.kind()).isEqualTo(Kind.TIME);
    assertThat(over).hasMessage("the time budget of 90 s is over");
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void aCallIsCutWhenTheTimeIsOverAndNoInterruptIsLeft() {
    LanguageModel endless = new EndlessModel();

    BudgetException over =
        over(budgeted(endless, Bound.time(Duration.ofMillis(50))), request(30, 160));

    assertThat(over.kind()).isEqualTo(Kind.TIME);
    assertThat(over.cut().map(Reply::text)).contains("half");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anInterruptOfSomebodyElseStaysOne() {
    ScriptedModel model = new ScriptedModel().then("half", FinishReason.CANCELLED);

    Reply reply = budgeted(model, Bound.time(Duration.ofHours(1))).reply(request(30, 160), _ -> {});

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
  }

  /// A model that writes until it is interrupted.
  private static final class EndlessModel implements LanguageModel {
    @Override
    public ModelCard card() {
      return new ModelCard("endless", 1.5, 8192, "", "script");
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Reply("half", FinishReason.CANCELLED, 10, 0, 1, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public void close() {}
  }

  private static LanguageModel counting(ScriptedModel model, int promptTokens) {
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
        return new Forecast(promptTokens, Price.unknown());
      }

      @Override
      public void close() {}
    };
  }

  private static BudgetException over(LanguageModel model, Request request) {
    return catchThrowableOfType(BudgetException.class, () -> model.reply(request, _ -> {}));
  }

  private static LanguageModel budgeted(LanguageModel model, Bound... bounds) {
    return new BudgetedModel(model, new Ledger(new Budget(List.of(bounds))));
  }

  private static Request request(int characters, int maxTokens) {
    return new Request(
        List.of(new Message(Message.Role.USER, "c".repeat(characters))),
        Sampling.greedy(maxTokens),
        List.of());
  }
}
