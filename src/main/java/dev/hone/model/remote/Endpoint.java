package dev.hone.model.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A dialect, as LangChain4j speaks it.
interface Endpoint {
  /// {@return who is asked}
  Provider provider();

  /// {@return the provider's name for messages}
  default String name() {
    return provider().name();
  }

  /// Asks, and returns when the reply is whole.
  ///
  /// @param http the connection, which does everything on the calling thread
  /// @param answer receives the reply
  void stream(Question question, HttpClientBuilder http, StreamingChatResponseHandler answer);

  /// {@return whether a content type is that of a stream of this dialect, server-sent events in
  /// most}
  default boolean streams(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).contains("event-stream");
  }

  /// {@return what was spent}
  Tokens tokens(TokenUsage usage);

  /// {@return whether a piece may say that the provider does not want to answer}
  boolean mayRefuse(String data);

  /// {@return why the provider does not want to answer, or empty where it does}
  ///
  /// @param piece one for which [#mayRefuse] holds
  Optional<String> refusal(JsonNode piece);

  /// {@return the dialect of a provider}
  static Endpoint of(Provider provider) {
    return switch (provider.dialect()) {
      case OPENAI -> new OpenAiEndpoint(provider);
      case ANTHROPIC -> new AnthropicEndpoint(provider);
      case GEMINI -> new GeminiEndpoint(provider);
      case OLLAMA -> new OllamaEndpoint(provider);
    };
  }
}
