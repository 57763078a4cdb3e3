package dev.hone.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Google Gemini by the key of its AI studio.
record GeminiEndpoint(Provider provider) implements Endpoint {
  @Override
  public void stream(
      Question question, HttpClientBuilder http, StreamingChatResponseHandler answer) {
    GoogleAiGeminiStreamingChatModelBuilder model =
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(provider.url().toString())
            .apiKey(question.key())
            .modelName(question.name().model())
            .maxOutputTokens(question.mostTokens())
            .returnThinking(true);
    if (question.takes(Parameter.TEMPERATURE)) {
      model.temperature(question.sampling().temperature());
    }
    if (question.takes(Parameter.TOP_P) && question.sampling().topP() < 1) {
      model.topP(question.sampling().topP());
    }
    if (question.takes(Parameter.TOP_K) && question.sampling().topK() > 0) {
      model.topK(question.sampling().topK());
    }
    if (question.takes(Parameter.SEED)) {
      model.seed(question.seed());
    }
    if (question.takes(Parameter.STOP) && !question.sampling().stop().isEmpty()) {
      model.stopSequences(question.sampling().stop());
    }
    model.build().chat(ChatRequest.builder().messages(question.messages()).build(), answer);
  }

  /// Gemini counts thoughts apart from the reply; both are generated and billed.
  @Override
  public Tokens tokens(TokenUsage usage) {
    int cached = 0;
    int thoughts = 0;
    if (usage instanceof GoogleAiGeminiTokenUsage gemini) {
      cached = Tokens.of(gemini.cachedContentTokenCount());
      thoughts = Tokens.of(gemini.thoughtsTokenCount());
    }
    return new Tokens(
        Tokens.of(usage.inputTokenCount()),
        cached,
        Tokens.of(usage.outputTokenCount()) + thoughts,
        thoughts);
  }

  @Override
  public boolean mayRefuse(String data) {
    return data.contains("\"blockReason\"");
  }

  @Override
  public Optional<String> refusal(JsonNode piece) {
    return Optional.of(piece.path("promptFeedback").path("blockReason").asString(""))
        .filter(reason -> !reason.isBlank());
  }
}
