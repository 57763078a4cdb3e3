package dev.hone.model.replay;

import dev.hone.failure.UsageException;
import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The replies of one model, each in a file named by the hash of what was asked: messages,
/// sampling, choices and grammar. `model.json` beside them says which model it was. Several
/// programs may write to one folder: a file appears whole or not at all.
final class ReplyFolder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CARD = "model.json";
  private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}\\.json");

  private final Path folder;

  /// Names a folder, which need not exist.
  ReplyFolder(Path folder) {
    this.folder = folder;
  }

  /// {@return which model answered, or empty where the folder holds no replies}
  Optional<ModelCard> card() {
    return read(folder.resolve(CARD))
        .map(
            card ->
                new ModelCard(
                    card.path("name").asString(""),
                    card.path("parameterBillions").asDouble(0),
                    card.path("contextTokens").asInt(0),
                    card.path("fingerprint").asString(""),
                    card.path("engine").asString("")));
  }

  /// Says which model answers, and makes the folder.
  void keep(ModelCard card) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("name", card.name());
    form.put("parameterBillions", card.parameterBillions());
    form.put("contextTokens", card.contextTokens());
    form.put("fingerprint", card.fingerprint());
    form.put("engine", card.engine());
    write(CARD, form);
  }

  /// {@return the reply to a request, or empty where it was not asked yet}
  Optional<Reply> find(Request request) {
    return read(folder.resolve(name(request)))
        .map(form -> form.path("reply"))
        .map(
            reply ->
                new Reply(
                    reply.path("text").asString(""),
                    FinishReason.valueOf(reply.path("finish").asString("STOP")),
                    reply.path("promptTokens").asInt(0),
                    reply.path("cachedTokens").asInt(0),
                    reply.path("completionTokens").asInt(0),
                    Duration.ofMillis(reply.path("firstTokenMillis").asLong(0)),
                    Duration.ofMillis(reply.path("totalMillis").asLong(0)),
                    reply.path("thinkingTokens").asInt(0),
                    reply.path("retries").asInt(0),
                    reply.path("logprobs").valueStream().map(ReplyFolder::logprob).toList()));
  }

  private static Logprob logprob(JsonNode token) {
    return new Logprob(token.path("text").asString(""), token.path("value").asDouble(0));
  }

  /// Keeps a reply. The request stands beside it for whoever reads the file.
  void keep(Request request, Reply reply) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.set("request", asked(request));
    ObjectNode answer = form.putObject("reply");
    answer.put("text", reply.text());
    answer.put("finish", reply.finish().name());
    answer.put("promptTokens", reply.promptTokens());
    answer.put("cachedTokens", reply.cachedTokens());
    answer.put("completionTokens", reply.completionTokens());
    answer.put("firstTokenMillis", reply.firstToken().toMillis());
    answer.put("totalMillis", reply.total().toMillis());
    answer.put("thinkingTokens", reply.thinkingTokens());
    answer.put("retries", reply.retries());
    ArrayNode logprobs = answer.putArray("logprobs");
    for (Logprob token : reply.logprobs()) {
      logprobs.addObject().put("text", token.text()).put("value", token.value());
    }
    write(name(request), form);
  }

  /// {@return how a request differs from the most similar one that is here; empty where there is
  /// none}
  String difference(Request request) {
    return new Difference(asked(request)).toNearest(requests()).orElse("");
  }

  private Map<String, JsonNode> requests() {
    Map<String, JsonNode> requests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
          .forEach(
              file ->
                  read(file)
                      .ifPresent(
                          form ->
                              requests.put(file.getFileName().toString(), form.path("request"))));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
    return requests;
  }

  private static ObjectNode asked(Request request) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    ArrayNode messages = form.putArray("messages");
    for (Message message : request.messages()) {
      messages.addObject().put("role", message.role().name()).put("text", message.text());
    }
    var sampling = request.sampling();
    ObjectNode chosen = form.putObject("sampling");
    chosen.put("temperature", sampling.temperature());
    chosen.put("topP", sampling.topP());
    chosen.put("topK", sampling.topK());
    chosen.put("minP", sampling.minP());
    chosen.put("repeatPenalty", sampling.repeatPenalty());
    chosen.put("seed", sampling.seed());
    chosen.put("maxTokens", sampling.maxTokens());
    sampling.stop().forEach(chosen.putArray("stop")::add);
    request.choices().forEach(form.putArray("choices")::add);
    // Left out where there is none: what was recorded without it is still found.
    if (!request.grammar().isEmpty()) {
      form.put("grammar", request.grammar());
    }
    return form;
  }

  private static String name(Request request) {
    try {
      byte[] text = asked(request).toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 16) + ".json";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<JsonNode> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readTree(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (JacksonException | IOException e) {
      throw new UsageException(
          "%s holds no recorded reply (%s); remove it".formatted(file, e.getMessage()));
    }
  }

  private void write(String name, ObjectNode form) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".reply", ".part");
      try {
        Files.writeString(part, form.toPrettyString() + "\n");
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written", e);
    }
  }
}
