package dev.hone.model.replay;

import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cards, requests and replies as JSON. What is missing in a form is empty, 0 or the usual value.
public final class Forms {
  private Forms() {}

  /// {@return the form of a card}
  ///
  /// @param card the card
  public static ObjectNode of(ModelCard card) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("name", card.name());
    form.put("parameterBillions", card.parameterBillions());
    form.put("contextTokens", card.contextTokens());
    form.put("fingerprint", card.fingerprint());
    form.put("engine", card.engine());
    return form;
  }

  /// {@return the card of a form}
  ///
  /// @param form what {@link #of(ModelCard)} made
  public static ModelCard card(JsonNode form) {
    return new ModelCard(
        form.path("name").asString(""),
        form.path("parameterBillions").asDouble(0),
        form.path("contextTokens").asInt(0),
        form.path("fingerprint").asString(""),
        form.path("engine").asString(""));
  }

  /// {@return the form of a request} Equal requests have equal forms, also as text.
  ///
  /// @param request the request
  public static ObjectNode of(Request request) {
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
    if (!request.continuations().isEmpty()) {
      request.continuations().forEach(form.putArray("continuations")::add);
    }
    return form;
  }

  /// {@return the request of a form}
  ///
  /// @param form what {@link #of(Request)} made
  /// @throws IllegalArgumentException if a value is out of its range
  public static Request request(JsonNode form) {
    return new Request(
        form.path("messages").valueStream().map(Forms::message).toList(),
        sampling(form.path("sampling")),
        form.path("choices").valueStream().map(JsonNode::asString).toList(),
        form.path("grammar").asString(""),
        form.path("continuations").valueStream().map(JsonNode::asString).toList());
  }

  private static Message message(JsonNode form) {
    return new Message(
        Message.Role.valueOf(form.path("role").asString("USER")), form.path("text").asString(""));
  }

  private static Sampling sampling(JsonNode form) {
    return new Sampling(
        form.path("temperature").asDouble(0),
        form.path("topP").asDouble(1),
        form.path("topK").asInt(0),
        form.path("minP").asDouble(0),
        form.path("repeatPenalty").asDouble(1),
        form.path("seed").asLong(0),
        form.path("maxTokens").asInt(0),
        form.path("stop").valueStream().map(JsonNode::asString).toList());
  }

  /// {@return the form of a reply, without its bill; times are in whole milliseconds}
  ///
  /// @param reply the reply
  public static ObjectNode of(Reply reply) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("text", reply.text());
    form.put("finish", reply.finish().name());
    form.put("promptTokens", reply.promptTokens());
    form.put("cachedTokens", reply.cachedTokens());
    form.put("completionTokens", reply.completionTokens());
    form.put("firstTokenMillis", reply.firstToken().toMillis());
    form.put("totalMillis", reply.total().toMillis());
    form.put("thinkingTokens", reply.thinkingTokens());
    form.put("retries", reply.retries());
    ArrayNode logprobs = form.putArray("logprobs");
    for (Logprob token : reply.logprobs()) {
      logprobs.addObject().put("text", token.text()).put("value", token.value());
    }
    return form;
  }

  /// {@return the reply of a form, which nobody has billed}
  ///
  /// @param form what {@link #of(Reply)} made
  /// @throws IllegalArgumentException if its ending is none
  public static Reply reply(JsonNode form) {
    return new Reply(
        form.path("text").asString(""),
        FinishReason.valueOf(form.path("finish").asString("STOP")),
        form.path("promptTokens").asInt(0),
        form.path("cachedTokens").asInt(0),
        form.path("completionTokens").asInt(0),
        Duration.ofMillis(form.path("firstTokenMillis").asLong(0)),
        Duration.ofMillis(form.path("totalMillis").asLong(0)),
        form.path("thinkingTokens").asInt(0),
        form.path("retries").asInt(0),
        form.path("logprobs").valueStream().map(Forms::logprob).toList());
  }

  private static Logprob logprob(JsonNode form) {
    return new Logprob(form.path("text").asString(""), form.path("value").asDouble(0));
  }
}
