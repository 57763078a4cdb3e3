package dev.hone;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.hone.cli.CommandLines;
import dev.hone.cli.CommandLines.Ended;
import dev.hone.model.remote.ProviderServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `hone solve` with budgets, chains and roles: models behind addresses on this machine, and real
/// sandboxes.
class BudgetedSolveIT {
  private static final String PLAN = "FILES\n\nSTEPS\n1. Add the numbers.";
  private static final String CODE =
      "```python\ndef add(a: int, b: int) -> int:\n    return a + b\n```\n";
  private static final String WRONG =
      "```python\ndef add(a: int, b: int) -> int:\n    return a - b\n```\n";
  private static final String TESTS =
      "```python\nfrom solution import add\n\n\ndef test_adds():\n    assert add(2, 2) == 4\n```\n";

  @TempDir Path home;
  private ProviderServer server;
  private ProviderServer other;

  @BeforeEach
  void start() {
    server = new ProviderServer();
    other = new ProviderServer();
  }

  @AfterEach
  void stop() {
    server.close();
    other.close();
  }

  @Test
  void aMoneyBudgetWithoutAPriceIsRefusedAndTheMessageSaysHowToGiveOne() {
    server.answers(reply(CODE));

    Ended ended = solve("--max-cost", "0.01", "--model", model(server));

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains("needs the price of " + model(server))
        .contains("[prices.\"" + model(server) + "\"]")
        .contains(config().toString());
    assertThat(server.events()).isEmpty();
  }

  @Test
  void aMoneyBudgetEndsTheRunWithTheBestAttemptAndItsCost() throws IOException {
    // 1000 tokens read and 100 generated cost 0.003 dollars each time
    settings(
        "[prices.\"%s\"]\ninput = 2\noutput = 10\n[budget]\ncost = 5\n".formatted(model(server)));
    server.answers(aResponse().withStatus(404), reply(PLAN), reply(WRONG), reply(WRONG));

    Ended ended = solve("--json", "--max-cost", "0.0065", "--model", model(server));

    JsonNode result = new ObjectMapper().readTree(ended.out());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(result.path("ended").asString()).isEqualTo("MoneyBudget");
    assertThat(result.path("code").path(0).path("content").asString()).contains("a - b");
    assertThat(result.path("usage").path("cost").decimalValue()).isEqualByComparingTo("0.006");
    assertThat(ended.err())
        .contains("ended: the money budget of $0.0065 leaves $0.0005")
        .contains("cost      $0.006");
    assertThat(server.bodies()).hasSize(2);
  }

  @Test
  void aRunThatABudgetEndedGoesOnWithANewOne() {
    server.answers(
        aResponse().withStatus(404),
        reply(PLAN),
        reply(WRONG),
        aResponse().withStatus(404),
        reply(CODE),
        reply(TESTS));
    Ended first = solve("--json", "--max-tokens", "2250", "--model", model(server));
    JsonNode before = new ObjectMapper().readTree(first.out());
    assertThat(before.path("ended").asString()).as(first.err()).isEqualTo("TokenBudget");
    String id = before.path("runId").asString();

    Ended resumed =
        CommandLines.run(
            environment(),
            List.of("resume", id, "--json", "--max-tokens", "9000", "--model", model(server)));

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    JsonNode after = new ObjectMapper().readTree(resumed.out());
    assertThat(after.path("runId").asString()).isEqualTo(id);
    assertThat(after.path("rounds").asInt()).isEqualTo(2);
    assertThat(after.path("usage").path("promptTokens").asInt()).isEqualTo(4000);
    assertThat(resumed.err()).contains("going on with " + id + ": 1 attempt so far");
    assertThat(shown()).contains("after attempt 1 (TokenBudget)");
    assertThat(CommandLines.run(environment(), List.of("resume", id)).err())
        .contains("hone refine " + id);
  }

  @Test
  void whatTheDaySpentLeavesNothingForTheNextRun() throws IOException {
    settings("[budget]\ntokensPerDay = 3700\n");
    server.answers(aResponse().withStatus(404), reply(PLAN), reply(CODE), reply(TESTS));

    Ended first = solve("--model", model(server));
    int asked = server.bodies().size();
    Ended second = solve("--json", "--model", model(server));

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.out()).contains("\"ended\" : \"TokenBudget\"", "\"verdict\" : null");
    assertThat(second.err()).contains("the token budget of 3700 a day leaves");
    assertThat(server.bodies().size()).isLessThanOrEqualTo(asked + 2);
  }

  @Test
  void theNextModelOfAChainTakesOverAndTheRunSaysSo() {
    server.answers(
        aResponse().withStatus(404),
        aResponse().withStatus(401).withBody("{\"error\":{\"message\":\"no\"}}"));
    other.answers(aResponse().withStatus(404), reply(PLAN), reply(CODE), reply(TESTS));

    Ended ended = solve("--model", model(server) + "," + model(other));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err())
        .contains("model: %s is left".formatted(model(server)))
        .contains("going on with " + model(other));
    assertThat(shown()).contains(" of " + model(other) + ", ");
  }

  @Test
  void everyNameOfAChainIsLookedAtFirst() {
    server.answers(reply(CODE));

    Ended ended = solve("--model", model(server) + ",opanai:gpt-4.1");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("'opanai'");
    assertThat(server.events()).isEmpty();
  }

  @Test
  void aRoleOfTheSettingsHasItsOwnModel() throws IOException {
    settings("[roles]\ncoder = \"%s\"\n".formatted(model(other)));
    server.answers(aResponse().withStatus(404), reply(PLAN), reply(TESTS));
    other.answers(aResponse().withStatus(404), reply(CODE));

    Ended ended = solve("--model", model(server));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(server.bodies()).hasSize(2);
    assertThat(other.bodies()).hasSize(1);
  }

  private Ended solve(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "solve",
                "Write a Python function add(a: int, b: int) -> int that returns the sum of a and"
                    + " b. add(2, 3) == 5",
                "--timeout",
                "300"));
    words.addAll(List.of(options));
    return CommandLines.run(environment(), words);
  }

  private String shown() {
    JsonNode runs =
        new ObjectMapper()
            .readTree(CommandLines.run(environment(), List.of("runs", "--json")).out());
    String id = runs.path(0).path("runId").asString();
    return CommandLines.run(environment(), List.of("show", id)).out();
  }

  private static String model(ProviderServer server) {
    return "http://127.0.0.1:%d/v1#some-model".formatted(server.port());
  }

  private Path config() {
    return home.resolve("config").resolve("hone").resolve("config.toml");
  }

  private void settings(String text) throws IOException {
    Files.createDirectories(config().getParent());
    Files.writeString(config(), text);
  }

  // Downloads stay in the usual cache; log and settings are the test's own.
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.endsWith("_API_KEY"));
    environment.keySet().remove("HONE_HOME");
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    return environment;
  }

  /// A reply to 1000 tokens that took 100, whatever it says.
  private static ResponseDefinitionBuilder reply(String text) {
    ObjectMapper json = new ObjectMapper();
    Map<String, ?> piece = Map.of("choices", List.of(Map.of("delta", Map.of("content", text))));
    Map<String, ?> usage =
        Map.of(
            "choices",
            List.of(),
            "usage",
            Map.of("prompt_tokens", 1000, "completion_tokens", 100, "total_tokens", 1100));
    return aResponse()
        .withHeader("Content-Type", "text/event-stream")
        .withBody(
            "data: %s\n\ndata: %s\n\ndata: %s\n\ndata: [DONE]\n\n"
                .formatted(
                    json.writeValueAsString(piece),
                    "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
                    json.writeValueAsString(usage)));
  }
}
