package dev.hone;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.hone.cli.CommandLines;
import dev.hone.cli.CommandLines.Ended;
import dev.hone.model.remote.ProviderServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/// `hone solve` with a model behind an address on this machine, and real sandboxes.
class RemoteSolveIT {
  private static final String KEY = "sk-planted-in-the-environment-42";
  private static final String CODE =
      """
      Here it is:

      ```python
      def add(a: int, b: int) -> int:
          return a + b
      ```
      """;
  private static final String TESTS =
      """
      ```python
      from solution import add


      def test_adds_small_numbers():
          assert add(2, 2) == 4


      def test_adds_nothing():
          assert add(0, 0) == 0
      ```
      """;
  private static final List<String> ASKED =
      List.of(
          "solve",
          "Write a Python function add(a: int, b: int) -> int that returns the sum of a and b."
              + " add(2, 3) == 5",
          "--timeout",
          "300",
          "--model");

  @TempDir Path home;

  @Test
  void aRightReplyIsPassedAndTheKeyIsKeptNowhere() throws Exception {
    try (ProviderServer server = new ProviderServer()) {
      server.answers(
          aResponse().withStatus(404),
          reply("FILES\n\nSTEPS\n1. Add the numbers."),
          aResponse().withStatus(503).withBody("{\"error\":{\"message\":\"busy, " + KEY + "\"}}"),
          // Some gateways repeat a request in their answer.
          reply(CODE.replace("return a + b", "return a + b  # " + KEY)),
          reply(TESTS));

      Ended ended =
          CommandLines.run(
              environment(), with("http://127.0.0.1:" + server.port() + "/v1#some-model"));

      assertThat(ended.out()).contains("return a + b  # [key]").doesNotContain(KEY);
      assertThat(ended.err())
          .contains("Passed (passes the tests that were given)")
          .contains("trying again")
          .doesNotContain(KEY);
      assertThat(ended.exit()).isZero();
      assertThat(server.bodies()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(server.bodies().toString()).doesNotContain(KEY);
      assertThat(filesWith(KEY)).isEmpty();
    }
  }

  @Test
  void offlineNothingIsAskedAndTheMessageSaysWhatWouldBe() throws Exception {
    try (ProviderServer server = new ProviderServer()) {
      server.answers(reply(CODE));
      String address = "http://127.0.0.1:" + server.port() + "/v1";

      Ended ended =
          CommandLines.run(
              environment(),
              Stream.concat(with(address + "#some-model").stream(), Stream.of("--offline"))
                  .toList());

      assertThat(ended.exit()).isEqualTo(3);
      assertThat(ended.err()).contains(address).contains("leave out --offline");
      assertThat(server.events()).isEmpty();
    }
  }

  @Test
  void aMissingKeyIsNamed() throws Exception {
    Ended ended = CommandLines.run(environment(), with("openai:gpt-4.1"));

    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err()).contains("OPENAI_API_KEY is not set");
  }

  @Test
  void anUnknownProviderIsRefusedWithTheKnownOnes() throws Exception {
    Ended ended = CommandLines.run(environment(), with("opanai:gpt-4.1"));

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("'opanai'").contains("openai, anthropic, gemini, ollama");
  }

  private static List<String> with(String model) {
    return Stream.concat(ASKED.stream(), Stream.of(model)).toList();
  }

  // Downloads stay in the usual cache; log and settings are the test's own.
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.endsWith("_API_KEY"));
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("HONE_API_KEY", KEY);
    return environment;
  }

  private List<Path> filesWith(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> read(file).contains(secret))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ResponseDefinitionBuilder reply(String text) {
    ObjectMapper json = new ObjectMapper();
    StringBuilder body = new StringBuilder();
    for (String piece : text.split("(?<= )", -1)) {
      body.append("data: ")
          .append(
              json.writeValueAsString(
                  Map.of("choices", List.of(Map.of("delta", Map.of("content", piece))))))
          .append("\n\n");
    }
    body.append("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
        .append("data: [DONE]\n\n");
    return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body.toString());
  }
}
