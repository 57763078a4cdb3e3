package dev.hone.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Ollama. It is told how long a context to make, since it cuts prompts that do not fit without a
/// word.
record OllamaEndpoint(Provider provider) implements Endpoint {
  @Override
  public void stream(
      Question question, HttpClientBuilder http, StreamingChatResponseHandler answer) {
    OllamaStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .logRequests(false)
        .logResponses(false)
        .returnThinking(true)
        .build()
        .chat(
            ChatRequest.builder()
                .messages(question.messages())
                .parameters(parameters(question))
                .build(),
            answer);
  }

  private static OllamaChatRequestParameters parameters(Question question) {
    OllamaChatRequestParameters.Builder parameters = OllamaChatRequestParameters.builder();
    parameters.modelName(question.name().model());
    parameters.maxOutputTokens(question.mostTokens());
    if (question.takes(Parameter.TEMPERATURE)) {
      parameters.temperature(question.sampling().temperature());
    }
    if (question.takes(Parameter.TOP_P)) {
      parameters.topP(question.sampling().topP());
    }
    if (question.takes(Parameter.TOP_K) && question.sampling().topK() > 0) {
      parameters.topK(question.sampling().topK());
    }
    if (question.takes(Parameter.STOP) && !question.sampling().stop().isEmpty()) {
      parameters.stopSequences(question.sampling().stop());
    }
    parameters.minP(question.sampling().minP());
    parameters.repeatPenalty(question.sampling().repeatPenalty());
    if (question.takes(Parameter.SEED)) {
      parameters.seed(question.seed());
    }
    if (question.facts().contextTokens() > 0) {
      parameters.numCtx(question.facts().contextTokens());
    }
    return parameters.build();
  }

  @Override
  public boolean streams(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  @Override
  public Tokens tokens(TokenUsage usage) {
    return new Tokens(
        Tokens.of(usage.inputTokenCount()), 0, Tokens.of(usage.outputTokenCount()), 0);
  }

  @Override
  public boolean mayRefuse(String data) {
    return false;
  }

  @Override
  public Optional<String> refusal(JsonNode piece) {
    return Optional.empty();
  }
}
