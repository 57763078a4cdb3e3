package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.agent.Role;
import dev.hone.failure.UsageException;
import dev.hone.model.Price;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables `[budget]`, `[prices]` and `[roles]`.
class SpendingSettingsTest {
  @TempDir Path folder;

  @Test
  void withoutAFileNothingIsBoundedAndNoRoleHasAModel() {
    Settings absent = TestSettings.of(folder.resolve("absent"));

    assertThat(BudgetSettings.of(absent).budget()).isEqualTo(Budget.NONE);
    assertThat(RoleSettings.of(absent).models()).isEmpty();
    assertThat(PriceSettings.of(absent)).isEmpty();
  }

  @Test
  void everyBoundIsRead() throws IOException {
    Budget budget =
        BudgetSettings.of(
                file(
                    """
                    [budget]
                    tokens = 20000
                    completionTokens = 8000
                    cost = 0.05
                    time = "5m"
                    tokensPerDay = "500000"
                    costPerDay = 2
                    """))
            .budget();

    assertThat(budget)
        .isEqualTo(
            new Budget(
                List.of(
                    Bound.tokens(20_000),
                    Bound.completionTokens(8_000),
                    Bound.cost(new BigDecimal("0.05")),
                    Bound.time(Duration.ofMinutes(5)),
                    Bound.tokens(500_000).perDay(),
                    Bound.cost(new BigDecimal("2")).perDay())));
    assertThat(budget.words())
        .containsExactly(
            "tokens 20000",
            "completionTokens 8000",
            "cost 0.05",
            "time 300s",
            "tokensPerDay 500000",
            "costPerDay 2");
  }

  @Test
  void optionsGoBeforeTheFileAndDaysStay() {
    Budget typed = new Budget(List.of(Bound.tokens(10)));
    Budget set = new Budget(List.of(Bound.tokens(20), Bound.tokens(30).perDay()));

    assertThat(typed.or(set).bounds()).containsExactly(Bound.tokens(10), Bound.tokens(30).perDay());
  }

  @Test
  void pricesAreReadByTheModelsName() throws IOException {
    assertThat(
            PriceSettings.of(
                file(
                    """
                    [prices."openai:gpt-4.1"]
                    input = 2
                    cached = 0.5
                    output = 8.0

                    [prices."http://127.0.0.1:8080/v1#qwen"]
                    input = 0
                    output = 0
                    """)))
        .isEqualTo(
            Map.of(
                "openai:gpt-4.1",
                price("2", "0.5", "8.0"),
                "http://127.0.0.1:8080/v1#qwen",
                price("0", "0", "0")));
  }

  @Test
  void rolesAreReadByTheirNames() throws IOException {
    assertThat(
            RoleSettings.of(file("[roles]\ncoder = \"openai:gpt-4.1\"\ntester = \"small\"\n"))
                .models())
        .isEqualTo(Map.of(Role.CODER, "openai:gpt-4.1", Role.TESTER, "small"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[budget]\\ntoken = 1 | token in [budget] of | (did you mean tokens?)",
        "[budget]\\ncostPerDa = 1 | use one of tokens, completionTokens, cost | (did you mean costPerDay?)",
        "[budget]\\ncost = \"much\" | takes an amount of US dollars | 'much'",
        "[budget]\\ncost = nan | takes an amount of US dollars | 'NaN'",
        "[budget]\\ntokens = 1.5 | takes a whole number of tokens | 1.5",
        "[budget]\\ntime = true | takes a time | true",
        "[budget]\\ntime = \"soon\" | takes a time | soon",
        "[budgets]\\ntokens = 1 | budgets of |  (did you mean budget?)",
        "[prices.\"a:b\"]\\ninputs = 1 | use one of input, cached, output | (did you mean input?)",
        "[prices.\"a:b\"]\\ninput = 1 | lacks output, US dollars per million tokens | such as output = 0.4",
        "[prices.\"a:b\"]\\ninput = \"1\"\\noutput = 1 | input in [prices | such as input",
        "[prices.\"a:b\"]\\ninput = -1\\noutput = 1 | takes an amount of US dollars | -1",
        "[prices.openai]\\ninput = 1 | openai in [prices] | with the model in quotes",
        "[roles]\\ncodre = \"small\" | use one of planner, coder, tester, repairer | (did you mean coder?)",
        "[roles]\\ncoder = 1 | coder in [roles] of | takes a model in quotes",
      })
  void whatMeansNothingIsWrongUseAndTheNearestIsNamed(String text, String words, String more) {
    Path file = folder.resolve("config.toml");

    assertThatThrownBy(
            () -> {
              Settings settings = file(text.replace("\\n", "\n"));
              BudgetSettings.of(settings);
              PriceSettings.of(settings);
              RoleSettings.of(settings);
            })
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words.strip())
        .hasMessageContaining(more.strip())
        .hasMessageContaining(file.toString());
  }

  private static Price price(String input, String cached, String output) {
    return new Price.PerMillion(
        new BigDecimal(input), new BigDecimal(cached), new BigDecimal(output));
  }

  private Settings file(String text) throws IOException {
    return TestSettings.of(Files.writeString(folder.resolve("config.toml"), text));
  }
}
