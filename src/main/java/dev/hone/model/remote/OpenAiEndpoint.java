package dev.hone.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// OpenAI, and every server that speaks like it.
record OpenAiEndpoint(Provider provider) implements Endpoint {
  @Override
  public void stream(
      Question question, HttpClientBuilder http, StreamingChatResponseHandler answer) {
    OpenAiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .apiKey(question.key().isEmpty() ? null : question.key())
        .returnThinking(true)
        .build()
        .chat(
            ChatRequest.builder()
                .messages(question.messages())
                .parameters(parameters(question))
                .build(),
            answer);
  }

  private OpenAiChatRequestParameters parameters(Question question) {
    OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
    parameters.modelName(question.name().model());
    boolean bare = question.facts().bare();
    if (!bare && question.takes(Parameter.TEMPERATURE)) {
      parameters.temperature(question.sampling().temperature());
    }
    if (!bare && question.takes(Parameter.TOP_P) && question.sampling().topP() < 1) {
      parameters.topP(question.sampling().topP());
    }
    if (!bare && question.takes(Parameter.STOP) && !question.sampling().stop().isEmpty()) {
      parameters.stopSequences(question.sampling().stop());
    }
    if (question.takes(Parameter.SEED)) {
      parameters.seed(question.seed());
    }
    // Models of OpenAI that think know the limit by its new name only, most other servers by its
    // old one.
    if (bare || !question.takes(Parameter.MAX_TOKENS)) {
      parameters.maxCompletionTokens(question.mostTokens());
    } else {
      parameters.maxOutputTokens(question.mostTokens());
    }
    return parameters.build();
  }

  @Override
  public Tokens tokens(TokenUsage usage) {
    int cached = 0;
    int thinking = 0;
    if (usage instanceof OpenAiTokenUsage openAi) {
      cached =
          openAi.inputTokensDetails() == null
              ? 0
              : Tokens.of(openAi.inputTokensDetails().cachedTokens());
      thinking =
          openAi.outputTokensDetails() == null
              ? 0
              : Tokens.of(openAi.outputTokensDetails().reasoningTokens());
    }
    return new Tokens(
        Tokens.of(usage.inputTokenCount()), cached, Tokens.of(usage.outputTokenCount()), thinking);
  }

  @Override
  public boolean mayRefuse(String data) {
    return data.contains("\"refusal\"");
  }

  @Override
  public Optional<String> refusal(JsonNode piece) {
    return Optional.of(piece.path("choices").path(0).path("delta").path("refusal").asString(""))
        .filter(words -> !words.isBlank());
  }
}
