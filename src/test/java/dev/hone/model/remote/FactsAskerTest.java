package dev.hone.model.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.hone.model.remote.ProviderServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.progress.Progress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsAskerTest {
  @Test
  void aServerThatSaysHowLongItsContextIsIsBelieved() {
    String vllm = "{\"data\":[{\"id\":\"some-model-7b\",\"max_model_len\":32768}]}";
    String gemini = "{\"inputTokenLimit\":1000,\"outputTokenLimit\":24}";
    String ollama =
        """
        {"details":{"parameter_size":"1.5B"},
         "model_info":{"general.architecture":"qwen2","qwen2.context_length":8192}}
        """;

    assertThat(card(Speech.OPENAI, vllm).contextTokens()).isEqualTo(32_768);
    assertThat(card(Speech.GEMINI, gemini).contextTokens()).isEqualTo(1024);
    assertThat(card(Speech.OLLAMA, ollama))
        .extracting(ModelCard::contextTokens, ModelCard::parameterBillions, ModelCard::isSmall)
        .containsExactly(8192, 1.5, true);
  }

  @Test
  void aServerThatDoesNotSayLeavesItUnknown() {
    try (ProviderServer server = new ProviderServer()) {
      server.answers(refusal(404, "no such path"));

      assertThat(card(Speech.OPENAI, server))
          .extracting(ModelCard::contextTokens, ModelCard::parameterBillions)
          .containsExactly(0, 7.0);
    }
  }

  private static ModelCard card(Speech speech, String told) {
    try (ProviderServer server = new ProviderServer()) {
      server.answers(okJson(told));
      return card(speech, server);
    }
  }

  private static ModelCard card(Speech speech, ProviderServer server) {
    RemoteModels models =
        new RemoteModels(Map.of(Speech.VARIABLE, Speech.KEY), false, Progress.silent());
    try (LanguageModel model = models.open(speech.model(server.port(), Patience.usual(), 0))) {
      return model.card();
    }
  }
}
