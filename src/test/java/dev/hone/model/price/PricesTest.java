package dev.hone.model.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.Bill;
import dev.hone.model.Cost;
import dev.hone.model.FinishReason;
import dev.hone.model.Message;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.Providers;
import dev.hone.model.remote.RemoteName;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  private final Prices prices = new Prices(Map.of());

  @ParameterizedTest
  @CsvSource({
    "openai:gpt-4.1-mini, 0.40, 0.10, 1.60",
    "openai:gpt-4.1-mini-2025-04-14, 0.40, 0.10, 1.60",
    "openai:gpt-4o, 2.50, 1.25, 10.00",
    "anthropic:claude-sonnet-4-5, 3.00, 0.30, 15.00",
    "anthropic:claude-sonnet-4-5-20250929, 3.00, 0.30, 15.00",
    "anthropic:claude-opus-4-1, 15.00, 1.50, 75.00",
    "anthropic:claude-opus-4-5, 5.00, 0.50, 25.00",
    "gemini:gemini-2.5-flash, 0.30, 0.30, 2.50"
  })
  void theTableKnowsWhatProvidersPublish(
      String model, BigDecimal input, BigDecimal cached, BigDecimal output) {
    assertThat(prices.of(name(model))).isEqualTo(new Price.PerMillion(input, cached, output));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai:gpt-4.1-mini-audio",
        "openai:gpt-4o-2024-05-13",
        "openai:gpt-99",
        "anthropic:claude-sonnet-4-5-x",
        "http://127.0.0.1:8080/v1#gpt-4.1"
      })
  void aPriceThatNobodyToldIsUnknownAndNotNothing(String model) {
    assertThat(prices.of(name(model))).isEqualTo(Price.unknown());
    assertThat(prices.of(name(model)).of(10, 0, 10)).isEqualTo(Cost.unknown());
  }

  @Test
  void aProviderAtAnotherAddressMayTakeAnything() {
    RemoteName usual = name("openai:gpt-4.1");
    Provider provider = usual.provider();
    Provider elsewhere =
        new Provider(
            "openai",
            provider.dialect(),
            URI.create("https://gate.example/v1"),
            provider.key(),
            provider.extras(),
            provider.habits());

    assertThat(prices.of(new RemoteName(elsewhere, "gpt-4.1"))).isEqualTo(Price.unknown());
  }

  @Test
  void ollamaTakesNothing() {
    assertThat(prices.of(name("ollama:qwen2.5-coder:7b"))).isEqualTo(Price.free());
  }

  @Test
  void theSettingsGoBeforeTheTable() {
    Price told = new Price.PerMillion(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TWO);

    assertThat(new Prices(Map.of("openai:gpt-4.1", told)).of(name("openai:gpt-4.1")))
        .isEqualTo(told);
  }

  @Test
  void everyLineOfTheTableSaysWhenItWasSeen() {
    assertThat(PriceTable.load().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.seen()).matches("20\\d\\d-(0[1-9]|1[0-2])"));
  }

  @Test
  void cachedTokensCostTheirOwnPrice() {
    Price price =
        new Price.PerMillion(new BigDecimal("2"), new BigDecimal("0.5"), new BigDecimal("8"));

    assertThat(price.of(1000, 400, 100)).isEqualTo(new Cost.Known(new BigDecimal("0.0022")));
  }

  @Test
  void costsAddUpUnlessOneIsUnknown() {
    Cost cent = new Cost.Known(new BigDecimal("0.010"));

    assertThat(cent.plus(cent)).isEqualTo(new Cost.Known(new BigDecimal("0.02")));
    assertThat(cent.plus(Cost.nothing())).isEqualTo(cent);
    assertThat(cent.plus(Cost.unknown())).isEqualTo(Cost.unknown());
    assertThat(Cost.ofNanos(((Cost.Known) cent).nanos())).isEqualTo(cent);
    assertThat(new Cost.Known(new BigDecimal("0.0000001")).millionths()).isEqualTo("0.000001");
  }

  @Test
  void aReplyCarriesWhoGaveItAndWhatItCost() {
    ScriptedModel model = new ScriptedModel().then("x".repeat(40), FinishReason.STOP);
    Price price = new Price.PerMillion(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN);

    Reply reply =
        new PricedModel(model, price)
            .reply(
                new Request(
                    List.of(new Message(Message.Role.USER, "Write")),
                    Sampling.greedy(10),
                    List.of()),
                _ -> {});

    assertThat(reply.bill())
        .isEqualTo(new Bill("scripted", new Cost.Known(new BigDecimal("0.00011"))));
  }

  private static RemoteName name(String text) {
    return new Providers(List.of()).find(text).orElseThrow();
  }
}
