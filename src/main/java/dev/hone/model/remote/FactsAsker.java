package dev.hone.model.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Asks a provider how long a context its model has. Many do not say; then it stays unknown, and
/// whatever else is wrong shows at the first request.
final class FactsAsker {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 4 << 20;

  /// A context of Ollama takes memory as it is made, so not all that a model knows is asked for.
  private static final int OLLAMA_CONTEXT = 16_384;

  private final Wire wire;
  private final RemoteName name;

  FactsAsker(Wire wire, RemoteName name) {
    this.wire = wire;
    this.name = name;
  }

  ModelFacts complete(ModelFacts known) {
    return switch (name.provider().dialect()) {
      case OPENAI -> known.contextTokens() > 0 ? known : openAi(known);
      case ANTHROPIC -> known;
      case GEMINI -> known.contextTokens() > 0 ? known : gemini(known);
      case OLLAMA -> ollama(known);
    };
  }

  private ModelFacts openAi(ModelFacts known) {
    return get("/models")
        .flatMap(
            root ->
                root.path("data")
                    .valueStream()
                    .filter(model -> model.path("id").asString("").equals(name.model()))
                    .findFirst())
        .map(model -> known.withContext(contextIn(model)))
        .orElse(known);
  }

  // vLLM, OpenRouter, Groq and LM Studio each have a word of their own, llama.cpp a table.
  private static int contextIn(JsonNode model) {
    return Stream.of(
            model.path("max_model_len"),
            model.path("context_length"),
            model.path("context_window"),
            model.path("max_context_length"),
            model.path("meta").path("n_ctx"))
        .mapToInt(number -> number.asInt(0))
        .filter(number -> number > 0)
        .findFirst()
        .orElse(0);
  }

  private ModelFacts gemini(ModelFacts known) {
    return get("/models/" + name.model())
        .map(
            model ->
                known.withContext(
                    model.path("inputTokenLimit").asInt(0)
                        + model.path("outputTokenLimit").asInt(0)))
        .orElse(known);
  }

  private ModelFacts ollama(ModelFacts known) {
    JsonNode model =
        ask("POST", "/api/show", JSON.createObjectNode().put("model", name.model()).toString())
            .orElseGet(JSON::missingNode);
    int trained =
        model
            .path("model_info")
            .propertyStream()
            .filter(entry -> entry.getKey().endsWith(".context_length"))
            .mapToInt(entry -> entry.getValue().asInt(0))
            .findFirst()
            .orElse(OLLAMA_CONTEXT);
    double billions =
        ModelFacts.billionsIn(model.path("details").path("parameter_size").asString(""));
    ModelFacts sized = billions > 0 ? known.withBillions(billions) : known;
    return sized.withContext(Math.min(trained, OLLAMA_CONTEXT));
  }

  private Optional<JsonNode> get(String path) {
    return ask("GET", path, "");
  }

  private Optional<JsonNode> ask(String method, String path, String body) {
    try {
      HttpResponse<InputStream> reply =
          wire.send(method, name.provider().url() + path, headers(), body, LIMIT);
      try (InputStream in = reply.body();
          Watch _ = new Watch(in, System.nanoTime(), limits())) {
        String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return reply.statusCode() == 200 ? Optional.of(JSON.readTree(text)) : Optional.empty();
      }
    } catch (FailedCall | CancelledCall | IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  private static Patience limits() {
    return new Patience(LIMIT, LIMIT, LIMIT, 1);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    String key = wire.credentials().key();
    if (!key.isEmpty()) {
      switch (name.provider().dialect()) {
        case OPENAI, OLLAMA -> headers.put("Authorization", "Bearer " + key);
        case ANTHROPIC -> headers.put("x-api-key", key);
        case GEMINI -> headers.put("x-goog-api-key", key);
      }
    }
    return headers;
  }
}
