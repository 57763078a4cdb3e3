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

/// `hone solve` with kept replies: a model behind an address on this machine, and real sandboxes.
class RecordedSolveIT {
  private static final String KEY = "planted-key-0123456789";
  private static final String ADD =
      "Write a Python function add(a: int, b: int) -> int that returns the sum of a and b."
          + " add(2, 3) == 5";

  @TempDir Path home;
  private ProviderServer server;

  @BeforeEach
  void start() {
    server = new ProviderServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRequirementIsSolvedFromARecordingWithoutModelOrNetwork() throws IOException {
    settings();
    String kept = home.resolve("kept").toString();

    Ended recorded = solve(ADD, "--json", "--model", "house:m", "--record", kept);
    int asked = server.bodies().size();
    stop();
    Ended replayed = solve(ADD, "--json", "--replay", kept);

    assertThat(recorded.exit()).as(recorded.err()).isZero();
    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(asked).isEqualTo(3);
    JsonNode first = new ObjectMapper().readTree(recorded.out());
    JsonNode again = new ObjectMapper().readTree(replayed.out());
    for (String field : List.of("code", "tests", "outcomes", "verdict", "ended", "model")) {
      assertThat(again.path(field)).as(field).isEqualTo(first.path(field));
    }
    assertThat(again.path("usage").path("completionTokens").asInt()).isEqualTo(300);
    assertThat(again.path("usage").path("cost").asDouble()).isZero();
    assertThat(kept()).doesNotContain(KEY);
  }

  @Test
  void whatWasNotRecordedIsShownBesideTheNearestThatWas() throws IOException {
    settings();
    String kept = home.resolve("kept").toString();
    solve(ADD, "--model", "house:m", "--record", kept);

    Ended replayed = solve(ADD.replace("the sum", "the total"), "--replay", kept);

    assertThat(replayed.exit()).isEqualTo(2);
    assertThat(replayed.err())
        .contains("no reply to this request was recorded in " + kept)
        .contains("returns the sum of a and b")
        .contains("returns the total of a and b")
        .contains("--record " + kept);
  }

  /// The key comes from a command, as nothing else of it may be found anywhere.
  private void settings() throws IOException {
    Path config = home.resolve("config/hone/config.toml");
    Files.createDirectories(config.getParent());
    Path secret = Files.writeString(home.resolve("secret"), KEY + "\n");
    Files.writeString(
        config,
        """
        [providers.house]
        url = "http://127.0.0.1:%d/v1"
        keyCommand = ["cat", "%s"]
        context = 8192
        [prices."house:m"]
        input = 1
        output = 1
        """
            .formatted(server.port(), secret));
    server.answers(
        reply("FILES\n\nSTEPS\n1. Add the numbers."),
        reply("```python\ndef add(a: int, b: int) -> int:\n    return a + b\n```\n"),
        reply(
            "```python\nfrom solution import add\n\n\ndef test_adds():\n    assert add(2, 2) == 4\n```\n"));
  }

  private String kept() throws IOException {
    StringBuilder text = new StringBuilder();
    try (var files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("secret")) {
          text.append(
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return text.toString();
  }

  private Ended solve(String requirement, String... options) {
    List<String> words = new ArrayList<>(List.of("solve", requirement, "--timeout", "300"));
    words.addAll(List.of(options));
    Ended ended = CommandLines.run(environment(), home, words);
    assertThat(ended.out() + ended.err()).doesNotContain(KEY);
    return ended;
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

  private static ResponseDefinitionBuilder reply(String text) {
    ObjectMapper json = new ObjectMapper();
    Map<String, ?> piece = Map.of("choices", List.of(Map.of("delta", Map.of("content", text))));
    Map<String, ?> usage =
        Map.of(
            "choices",
            List.of(),
            "usage",
            Map.of("prompt_tokens", 1000, "completion_tokens", 100, "total_tokens", 1100));
    String end =
        json.writeValueAsString(
            Map.of("choices", List.of(Map.of("delta", Map.of(), "finish_reason", "stop"))));
    return aResponse()
        .withHeader("Content-Type", "text/event-stream")
        .withBody(
            "data: %s\n\ndata: %s\n\ndata: %s\n\ndata: [DONE]\n\n"
                .formatted(json.writeValueAsString(piece), end, json.writeValueAsString(usage)));
  }
}
