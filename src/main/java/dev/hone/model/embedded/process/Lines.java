package dev.hone.model.embedded.process;

import dev.hone.failure.ErrorType;
import dev.hone.model.replay.Forms;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Orders and words as lines: JSON in ASCII, so that half a pair of surrogates survives too, and
/// neither the locale nor a line break in a text matters.
final class Lines {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final String NUMBER = "number";

  private Lines() {}

  static String of(Order order) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put(NUMBER, order.number());
    switch (order) {
      case Order.Ask ask -> form.set("ask", Forms.of(ask.request()));
      case Order.Count count -> form.set("count", Forms.of(count.request()));
      case Order.Cancel _ -> form.put("cancel", true);
    }
    return JSON.writeValueAsString(form);
  }

  /// {@return the order of a line}
  ///
  /// @throws IllegalArgumentException if it is none
  static Order order(String line) {
    JsonNode form = read(line);
    long number = form.path(NUMBER).asLong(Word.UNASKED);
    if (form.has("ask")) {
      return new Order.Ask(number, Forms.request(form.path("ask")));
    }
    if (form.has("count")) {
      return new Order.Count(number, Forms.request(form.path("count")));
    }
    if (form.has("cancel")) {
      return new Order.Cancel(number);
    }
    throw unknown();
  }

  static String of(Word word) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put(NUMBER, word.number());
    switch (word) {
      case Word.Ready ready -> form.set("card", Forms.of(ready.card()));
      case Word.Piece piece -> form.put("text", piece.text());
      case Word.Answer answer -> form.set("reply", Forms.of(answer.reply()));
      case Word.Counted counted -> form.put("tokens", counted.tokens());
      case Word.Failed failed -> form.set("failure", form(failed.failure()));
      case Word.Ended _ -> throw new IllegalArgumentException("an end has no words");
    }
    return JSON.writeValueAsString(form);
  }

  /// {@return the word of a line}
  ///
  /// @throws IllegalArgumentException if it is none
  static Word word(String line) {
    JsonNode form = read(line);
    long number = form.path(NUMBER).asLong(Word.UNASKED);
    if (form.has("text")) {
      return new Word.Piece(number, form.path("text").asString());
    }
    if (form.has("reply")) {
      return new Word.Answer(number, Forms.reply(form.path("reply")));
    }
    if (form.has("tokens")) {
      return new Word.Counted(number, form.path("tokens").asInt(0));
    }
    if (form.has("failure")) {
      return new Word.Failed(number, failure(form.path("failure")));
    }
    if (form.has("card")) {
      return new Word.Ready(Forms.card(form.path("card")));
    }
    throw unknown();
  }

  private static ObjectNode form(Failure failure) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", failure.kind().name())
        .put("type", failure.type().name())
        .put("message", failure.message());
  }

  private static Failure failure(JsonNode form) {
    return new Failure(
        Failure.Kind.valueOf(form.path("kind").asString("")),
        ErrorType.valueOf(form.path("type").asString("")),
        form.path("message").asString(""));
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a line is no JSON", e);
    }
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("a line of JSON says nothing that is known");
  }
}
