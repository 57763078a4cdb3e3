package dev.hone.model.remote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/// What a provider of each dialect sends. A whole reply took 20 tokens of prompt, 8 of them cached
/// where the dialect tells, and 7 generated, 2 of them thought where it tells.
enum Speech {
  OPENAI(Dialect.OPENAI, "/v1", "text/event-stream; charset=utf-8") {
    @Override
    String piece(String text) {
      return event(
          Map.of("choices", List.of(Map.of("index", 0, "delta", Map.of("content", text)))));
    }

    @Override
    String thought(String text) {
      return event(
          Map.of(
              "choices", List.of(Map.of("index", 0, "delta", Map.of("reasoning_content", text)))));
    }

    @Override
    String end(String finish) {
      return event(
              Map.of(
                  "choices",
                  List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", finish))))
          + event(
              Map.of(
                  "choices",
                  List.of(),
                  "usage",
                  Map.of(
                      "prompt_tokens",
                      20,
                      "completion_tokens",
                      7,
                      "total_tokens",
                      27,
                      "prompt_tokens_details",
                      Map.of("cached_tokens", 8),
                      "completion_tokens_details",
                      Map.of("reasoning_tokens", 2))))
          + "data: [DONE]\n\n";
    }
  },
  ANTHROPIC(Dialect.ANTHROPIC, "/v1", "text/event-stream; charset=utf-8") {
    @Override
    String start() {
      return named(
          "message_start",
          Map.of(
              "message",
              Map.of(
                  "id",
                  "msg",
                  "model",
                  "claude",
                  "usage",
                  Map.of(
                      "input_tokens",
                      12,
                      "cache_read_input_tokens",
                      8,
                      "cache_creation_input_tokens",
                      0,
                      "output_tokens",
                      1))));
    }

    @Override
    String piece(String text) {
      return block("text", Map.of("type", "text_delta", "text", text));
    }

    @Override
    String thought(String text) {
      return block("thinking", Map.of("type", "thinking_delta", "thinking", text));
    }

    @Override
    String broken() {
      return "event: content_block_delta\ndata: {\"index\":0,\"delta\n\n";
    }

    private String block(String type, Map<String, ?> delta) {
      return named("content_block_start", Map.of("index", 0, "content_block", Map.of("type", type)))
          + named("content_block_delta", Map.of("index", 0, "delta", delta))
          + named("content_block_stop", Map.of("index", 0));
    }

    @Override
    String end(String finish) {
      String reason =
          switch (finish) {
            case "stop" -> "end_turn";
            case "length" -> "max_tokens";
            default -> "refusal";
          };
      return named(
              "message_delta",
              Map.of("delta", Map.of("stop_reason", reason), "usage", Map.of("output_tokens", 7)))
          + named("message_stop", Map.of());
    }
  },
  GEMINI(Dialect.GEMINI, "/v1beta", "text/event-stream") {
    @Override
    String piece(String text) {
      return part(Map.of("text", text));
    }

    @Override
    String thought(String text) {
      return part(Map.of("text", text, "thought", true));
    }

    private String part(Map<String, ?> part) {
      return event(
          Map.of(
              "candidates",
              List.of(Map.of("content", Map.of("role", "model", "parts", List.of(part))))));
    }

    @Override
    String end(String finish) {
      String reason =
          switch (finish) {
            case "stop" -> "STOP";
            case "length" -> "MAX_TOKENS";
            default -> "SAFETY";
          };
      return event(
          Map.of(
              "candidates",
              List.of(Map.of("finishReason", reason)),
              "usageMetadata",
              Map.of(
                  "promptTokenCount",
                  20,
                  "cachedContentTokenCount",
                  8,
                  "candidatesTokenCount",
                  5,
                  "thoughtsTokenCount",
                  2,
                  "totalTokenCount",
                  27)));
    }
  },
  OLLAMA(Dialect.OLLAMA, "", "application/x-ndjson") {
    @Override
    String piece(String text) {
      return line(Map.of("message", Map.of("role", "assistant", "content", text), "done", false));
    }

    @Override
    String thought(String text) {
      return line(
          Map.of(
              "message",
              Map.of("role", "assistant", "content", "", "thinking", text),
              "done",
              false));
    }

    @Override
    String end(String finish) {
      return line(
          Map.of(
              "message",
              Map.of("role", "assistant", "content", ""),
              "done",
              true,
              "done_reason",
              finish,
              "prompt_eval_count",
              20,
              "eval_count",
              7));
    }

    @Override
    String broken() {
      return "{\"message\":{\"role\":\"assist\n";
    }
  };

  static final String KEY = "sk-planted-0123456789abcdef";
  static final String VARIABLE = "SOME_API_KEY";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Dialect dialect;
  private final String root;
  private final String contentType;

  Speech(Dialect dialect, String root, String contentType) {
    this.dialect = dialect;
    this.root = root;
    this.contentType = contentType;
  }

  /// {@return what is sent before the first piece}
  String start() {
    return "";
  }

  abstract String piece(String text);

  abstract String thought(String text);

  /// {@return what ends a reply}
  ///
  /// @param finish `stop`, `length` or `content_filter`
  abstract String end(String finish);

  /// {@return a piece that is cut in the middle}
  String broken() {
    return "data: {\"choices\":[{\"del\n\n";
  }

  String whole(String... pieces) {
    StringBuilder reply = new StringBuilder(start());
    for (String piece : pieces) {
      reply.append(piece(piece));
    }
    return reply.append(end("stop")).toString();
  }

  String contentType() {
    return contentType;
  }

  boolean tellsCached() {
    return this != OLLAMA;
  }

  RemoteName model(int port, Patience patience) {
    return model(port, patience, 1_000_000);
  }

  RemoteName model(int port, Patience patience, int contextTokens) {
    return new RemoteName(
        new Provider(
            "somebody",
            dialect,
            URI.create("http://127.0.0.1:" + port + root),
            new Provider.Key(List.of(VARIABLE), true),
            Provider.Extras.NONE,
            new Provider.Habits(contextTokens, Providers.goesOn(dialect), patience)),
        "some-model-7b");
  }

  static String event(Object data) {
    return "data: " + json(data) + "\n\n";
  }

  static String named(String event, Map<String, ?> data) {
    return "event: " + event + "\ndata: " + json(data) + "\n\n";
  }

  static String line(Object data) {
    return json(data) + "\n";
  }

  static String json(Object data) {
    return JSON.writeValueAsString(data);
  }
}
