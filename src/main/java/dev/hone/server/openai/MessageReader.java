package dev.hone.server.openai;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the messages of a conversation: texts, or lists of parts that are texts.
final class MessageReader {
  private MessageReader() {}

  /// {@return the messages, at least one}
  ///
  /// @throws ApiError if there are none, or one has another role or holds anything but text
  static List<Message> read(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw ApiError.value("messages", "messages is a list of at least one message");
    }
    List<Message> read = new ArrayList<>();
    for (JsonNode message : messages) {
      String place = "messages[%d]".formatted(read.size());
      read.add(
          new Message(role(message.path("role"), place), content(message.path("content"), place)));
    }
    return read;
  }

  private static Role role(JsonNode role, String place) {
    return switch (role.asString("")) {
      case "system", "developer" -> Role.SYSTEM;
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default ->
          throw ApiError.value(
              place + ".role", place + ".role is system, developer, user or assistant");
    };
  }

  private static String content(JsonNode content, String place) {
    if (content.isString()) {
      return content.stringValue();
    }
    if (!content.isArray() || content.isEmpty()) {
      throw ApiError.value(
          place + ".content", place + ".content is a text, or a list of parts with texts");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      if (!part.path("type").asString("").equals("text") || !part.path("text").isString()) {
        throw ApiError.unsupported(
            place + ".content",
            place + ".content has a part that is no text; hone reads text only");
      }
      text.append(part.path("text").stringValue());
    }
    return text.toString();
  }
}
