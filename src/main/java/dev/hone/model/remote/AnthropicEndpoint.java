package dev.hone.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Anthropic. It knows no seed. Of temperature and top-p its models take one, the temperature, up
/// to 1. The system message is marked for its cache.
record AnthropicEndpoint(Provider provider) implements Endpoint {
  @Override
  public void stream(
      Question question, HttpClientBuilder http, StreamingChatResponseHandler answer) {
    AnthropicStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url() + "/")
        .apiKey(question.key())
        .build()
        .chat(
            ChatRequest.builder()
                .messages(question.messages())
                .parameters(parameters(question))
                .build(),
            answer);
  }

  private static AnthropicChatRequestParameters parameters(Question question) {
    AnthropicChatRequestParameters.Builder parameters = AnthropicChatRequestParameters.builder();
    parameters.modelName(question.name().model());
    parameters.maxOutputTokens(question.mostTokens());
    if (question.takes(Parameter.TEMPERATURE)) {
      parameters.temperature(Math.min(1, question.sampling().temperature()));
    }
    if (question.takes(Parameter.STOP) && !question.sampling().stop().isEmpty()) {
      parameters.stopSequences(question.sampling().stop());
    }
    parameters.cacheSystemMessages(true);
    parameters.returnThinking(true);
    return parameters.build();
  }

  /// Anthropic counts what it read from its cache, and what it wrote there, apart from the rest.
  @Override
  public Tokens tokens(TokenUsage usage) {
    int read = 0;
    int written = 0;
    if (usage instanceof AnthropicTokenUsage anthropic) {
      read = Tokens.of(anthropic.cacheReadInputTokens());
      written = Tokens.of(anthropic.cacheCreationInputTokens());
    }
    return new Tokens(
        Tokens.of(usage.inputTokenCount()) + read + written,
        read,
        Tokens.of(usage.outputTokenCount()),
        0);
  }

  @Override
  public boolean mayRefuse(String data) {
    return data.contains("\"refusal\"");
  }

  @Override
  public Optional<String> refusal(JsonNode piece) {
    return piece.path("delta").path("stop_reason").asString("").equals("refusal")
        ? Optional.of("its safety rules stopped the reply")
        : Optional.empty();
  }
}
