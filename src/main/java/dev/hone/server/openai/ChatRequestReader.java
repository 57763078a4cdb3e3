package dev.hone.server.openai;

import dev.hone.model.Sampling;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a client asks for. What would change the reply and is not done here is refused; what
/// only describes the request (`user`, `metadata`, `store` …) is passed over.
final class ChatRequestReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /// As warm as the small models like it: with OpenAI's 1 they lose the thread.
  private static final double USUAL_TEMPERATURE = 0.7;

  private static final double USUAL_TOP_P = 0.95;
  private static final int TOP_K = 40;
  private static final int USUAL_TOKENS = 4096;
  private static final int MOST_TOKENS = 1_000_000;
  private static final int MOST_STOPS = 16;

  private final int contextTokens;

  /// Makes a reader.
  ///
  /// @param contextTokens the tokens that prompt and reply may have together, or 0 where unknown
  ChatRequestReader(int contextTokens) {
    this.contextTokens = contextTokens;
  }

  /// {@return what a body asks for}
  ///
  /// @throws ApiError if it is no JSON, or asks for what means nothing or is not done
  ChatRequest read(byte[] body) {
    JsonNode root = parse(body);
    if (!root.isObject()) {
      throw ApiError.unreadable("the body is no JSON object; send {\"model\": …, \"messages\": …}");
    }
    Fields fields = new Fields(root);
    UnsupportedFields.refuse(fields);
    boolean stream = fields.truth("stream");
    return new ChatRequest(
        fields.text("model"),
        MessageReader.read(fields.node("messages")),
        sampling(fields),
        stream,
        stream && fields.below("stream_options").truth("include_usage"));
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      // no excerpt: what a client sent may be secret, and the message goes into logs
      var place = e.getLocation();
      throw ApiError.unreadable(
          "the body is no JSON%s"
              .formatted(
                  place == null
                      ? ""
                      : ", line %d, column %d".formatted(place.getLineNr(), place.getColumnNr())));
    }
  }

  private Sampling sampling(Fields fields) {
    double temperature = fields.number("temperature", USUAL_TEMPERATURE);
    if (temperature < 0 || temperature > 2) {
      throw ApiError.value("temperature", "temperature is a number from 0 to 2");
    }
    double topP = fields.number("top_p", USUAL_TOP_P);
    if (topP <= 0 || topP > 1) {
      throw ApiError.value("top_p", "top_p is a number above 0, up to 1");
    }
    long seed = fields.whole("seed").orElseGet(ThreadLocalRandom.current()::nextLong);
    return new Sampling(
        temperature,
        topP,
        fields.has("top_p") ? 0 : TOP_K,
        0,
        1,
        seed,
        tokens(fields),
        stops(fields));
  }

  private int tokens(Fields fields) {
    String name = fields.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
    long most = fields.whole(name).orElse(contextTokens > 0 ? contextTokens : USUAL_TOKENS);
    if (most < 1 || most > MOST_TOKENS) {
      throw ApiError.value(name, "%s is a number from 1 to %d".formatted(name, MOST_TOKENS));
    }
    return (int) most;
  }

  private static List<String> stops(Fields fields) {
    if (!fields.has("stop")) {
      return List.of();
    }
    JsonNode stop = fields.node("stop");
    List<JsonNode> all = stop.isArray() ? stop.valueStream().toList() : List.of(stop);
    if (all.size() > MOST_STOPS
        || all.stream().anyMatch(one -> !one.isString() || one.stringValue().isEmpty())) {
      throw ApiError.value(
          "stop",
          "stop is a text that is not empty, or a list of at most %d".formatted(MOST_STOPS));
    }
    return all.stream().map(JsonNode::stringValue).toList();
  }
}
