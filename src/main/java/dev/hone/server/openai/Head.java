package dev.hone.server.openai;

import dev.hone.model.ModelCard;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What every part of one answer says of itself.
///
/// @param id the answer's name
/// @param createdAt when it was begun, in seconds since 1970
/// @param card the model
record Head(String id, long createdAt, ModelCard card) {
  static Head of(ModelCard card) {
    String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    return new Head(id, Instant.now().getEpochSecond(), card);
  }

  /// {@return a form that begins with it}
  ///
  /// @param object OpenAI's word for the kind of form
  ObjectNode form(String object) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("id", id).put("object", object).put("created", createdAt).put("model", card.name());
    if (!card.fingerprint().isEmpty()) {
      form.put("system_fingerprint", card.fingerprint());
    }
    return form;
  }
}
