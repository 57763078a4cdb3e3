package dev.hone.model.remote;

import static dev.hone.model.remote.ProviderServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Progress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What of a request each dialect is sent.
class RequestFormsTest {
  private static final Sampling SAMPLING =
      new Sampling(1.5, 0.9, 40, 0.05, 1.1, 7, 100, List.of("\nEND"));

  @Test
  void openAiIsSentWhatItTakes() {
    assertThat(sent(Speech.OPENAI, "some-model").toString())
        .contains("\"temperature\":1.5", "\"top_p\":0.9", "\"seed\":7", "\"max_tokens\":100")
        .contains("\"stop\":[\"\\nEND\"]", "\"stream\":true", "\"include_usage\":true")
        .doesNotContain("top_k", "min_p");
  }

  @Test
  void aModelThatThinksIsSentNoTemperatureAndHasRoomToThink() {
    assertThat(sent(Speech.OPENAI, "o3-mini").toString())
        .contains("\"max_completion_tokens\":16100", "\"seed\":7")
        .doesNotContain("temperature", "top_p", "\"max_tokens\"", "stop\"");
  }

  @Test
  void anthropicIsSentATemperatureUpToOneAndAMarkForItsCache() {
    assertThat(sent(Speech.ANTHROPIC, "claude-x").toString())
        .contains("\"temperature\":1.0", "\"max_tokens\":100", "\"stop_sequences\":[\"\\nEND\"]")
        .contains("\"cache_control\":{\"type\":\"ephemeral\"}")
        .doesNotContain("top_p", "top_k", "seed");
  }

  @Test
  void geminiIsSentAllItKnows() {
    JsonNode config = sent(Speech.GEMINI, "gemini-2.0-flash").path("generationConfig");

    assertThat(config.toString())
        .contains("\"temperature\":1.5", "\"topP\":0.9", "\"topK\":40", "\"seed\":7")
        .contains("\"maxOutputTokens\":100", "\"stopSequences\":[\"\\nEND\"]");
  }

  @Test
  void ollamaIsSentAllItKnowsAndTheContextToMake() {
    assertThat(sent(Speech.OLLAMA, "qwen2.5-coder:7b").path("options").toString())
        .contains("\"temperature\":1.5", "\"top_p\":0.9", "\"top_k\":40", "\"min_p\":0.05")
        .contains("\"repeat_penalty\":1.1", "\"seed\":7", "\"num_predict\":100")
        .contains("\"num_ctx\":1000000", "\"stop\":[\"\\nEND\"]");
  }

  @Test
  void headersAndParametersOfTheSettingsGoWithEveryRequest() {
    try (ProviderServer server = new ProviderServer()) {
      server.answers(stream(Speech.OPENAI, Speech.OPENAI.whole("x")));
      Provider provider =
          new Provider(
              "house",
              Dialect.OPENAI,
              URI.create("http://127.0.0.1:" + server.port() + "/v1"),
              new Provider.Key(List.of(), false),
              new Provider.Extras(
                  Map.of("X-Team", "blue", "X-Gate", "$GATE"), Map.of("api-version", "2026 a")),
              new Provider.Habits(1000, false, Patience.usual()));
      try (LanguageModel model =
          new RemoteModels(Map.of("GATE", "gate-secret"), false, Progress.silent())
              .open(new RemoteName(provider, "m"))) {
        ask(model);
      }

      var request = server.events().getFirst().getRequest();
      assertThat(request.getUrl()).isEqualTo("/v1/chat/completions?api-version=2026+a");
      assertThat(request.getHeader("X-Team")).isEqualTo("blue");
      assertThat(request.getHeader("X-Gate")).isEqualTo("gate-secret");
      assertThat(request.getHeaders().getHeader("Authorization").isPresent()).isFalse();
    }
  }

  private static JsonNode sent(Speech speech, String modelName) {
    try (ProviderServer server = new ProviderServer()) {
      server.answers(stream(speech, speech.whole("x")));
      Provider provider = speech.model(server.port(), Patience.usual()).provider();
      try (LanguageModel model =
          new RemoteModels(Map.of(Speech.VARIABLE, Speech.KEY), false, Progress.silent())
              .open(new RemoteName(provider, modelName))) {
        ask(model);
      }
      return server.bodies().getFirst();
    }
  }

  private static void ask(LanguageModel model) {
    var _ =
        model.reply(
            new Request(
                List.of(
                    new Message(Message.Role.SYSTEM, "You write code."),
                    new Message(Message.Role.USER, "Write f")),
                SAMPLING,
                List.of()),
            _ -> {});
  }
}
