package dev.hone.server.openai;

import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON forms of what a client is sent.
final class Forms {
  private Forms() {}

  /// {@return the list of the models that are served}
  static ObjectNode models(ServedModel served, long startedAt) {
    ObjectNode form = object();
    form.put("object", "list");
    form.putArray("data").add(model(served, startedAt));
    return form;
  }

  /// {@return one model, with the length of its context as vLLM tells it}
  static ObjectNode model(ServedModel served, long startedAt) {
    ModelCard card = served.model().card();
    ObjectNode form = object();
    form.put("id", card.name())
        .put("object", "model")
        .put("created", startedAt)
        .put("owned_by", "hone");
    if (card.contextTokens() > 0) {
      form.put("max_model_len", card.contextTokens());
    }
    return form;
  }

  /// {@return a whole reply}
  static ObjectNode whole(Head head, Reply reply) {
    ObjectNode form = head.form("chat.completion");
    ObjectNode choice = form.putArray("choices").addObject();
    choice.put("index", 0);
    choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", reply.text())
        .putNull("refusal");
    choice.putNull("logprobs").put("finish_reason", finish(reply.finish()));
    form.set("usage", usage(reply));
    return form;
  }

  /// {@return a piece of a reply}
  ///
  /// @param first whether it is the first, which says who speaks
  static ObjectNode piece(Head head, boolean first, String text) {
    ObjectNode form = head.form("chat.completion.chunk");
    ObjectNode choice = form.putArray("choices").addObject();
    choice.put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    if (first) {
      delta.put("role", "assistant");
    }
    delta.put("content", text);
    choice.putNull("logprobs").putNull("finish_reason");
    return form;
  }

  /// {@return the end of a stream}
  static ObjectNode end(Head head, Reply reply) {
    ObjectNode form = head.form("chat.completion.chunk");
    ObjectNode choice = form.putArray("choices").addObject();
    choice.put("index", 0);
    choice.putObject("delta");
    choice.putNull("logprobs").put("finish_reason", finish(reply.finish()));
    return form;
  }

  /// {@return what a stream took}
  static ObjectNode taken(Head head, Reply reply) {
    ObjectNode form = head.form("chat.completion.chunk");
    form.putArray("choices");
    form.set("usage", usage(reply));
    return form;
  }

  /// {@return an error}
  static ObjectNode error(ApiError error) {
    ObjectNode form = object();
    ObjectNode told = form.putObject("error");
    told.put("message", error.words()).put("type", error.kind());
    if (error.parameter().isEmpty()) {
      told.putNull("param");
    } else {
      told.put("param", error.parameter());
    }
    told.put("code", error.code());
    return form;
  }

  /// {@return OpenAI's word for why a reply ended} A reply that repeated itself was cut, and OpenAI
  /// has one word for that.
  static String finish(FinishReason reason) {
    return switch (reason) {
      case STOP -> "stop";
      case LENGTH, REPETITION -> "length";
      case CANCELLED -> throw new IllegalStateException("a cancelled reply is not sent");
    };
  }

  private static ObjectNode usage(Reply reply) {
    ObjectNode form = object();
    form.put("prompt_tokens", reply.promptTokens())
        .put("completion_tokens", reply.completionTokens())
        .put("total_tokens", reply.promptTokens() + reply.completionTokens());
    form.putObject("prompt_tokens_details").put("cached_tokens", reply.cachedTokens());
    form.putObject("completion_tokens_details").put("reasoning_tokens", reply.thinkingTokens());
    return form;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
