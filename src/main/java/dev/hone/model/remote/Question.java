package dev.hone.model.remote;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A request as one model of one provider can take it.
///
/// @param name who is asked
/// @param key the key, or empty
/// @param facts what is known of the model
/// @param request what is asked
/// @param refused what this model does not take
record Question(
    RemoteName name, String key, ModelFacts facts, Request request, Set<Parameter> refused) {
  /// What a model that thinks may use for it beyond the room of the reply. A reply without it is
  /// cut before its first word.
  private static final int THINKING_ROOM = 16_000;

  /// Some providers refuse a smaller limit.
  private static final int LEAST_TOKENS = 16;

  Question {
    refused = Set.copyOf(refused);
  }

  boolean takes(Parameter parameter) {
    return !refused.contains(parameter);
  }

  Sampling sampling() {
    return request.sampling();
  }

  /// {@return the messages; what the reply is to begin with is left out where it cannot}
  List<ChatMessage> messages() {
    List<Message> said = new ArrayList<>(request.messages());
    if (!said.isEmpty() && said.getLast().role() == Role.ASSISTANT && !goesOn(said.getLast())) {
      said.removeLast();
    }
    List<ChatMessage> messages = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      messages.add(message(said.get(i), i == said.size() - 1));
    }
    return messages;
  }

  private boolean goesOn(Message last) {
    return name.provider().habits().goesOn()
        && takes(Parameter.BEGINNING)
        && !last.text().isBlank();
  }

  // Anthropic refuses blanks at the end of a beginning.
  private static ChatMessage message(Message said, boolean last) {
    return switch (said.role()) {
      case SYSTEM -> SystemMessage.from(said.text());
      case USER -> UserMessage.from(said.text());
      case ASSISTANT -> AiMessage.from(last ? said.text().stripTrailing() : said.text());
    };
  }

  /// {@return the most tokens of the reply, with room for thinking where the model thinks}
  int mostTokens() {
    // Of a form it fills the first gap.
    int reply = Math.max(LEAST_TOKENS, request.gapTokens());
    return facts.thinks() ? reply + THINKING_ROOM : reply;
  }

  /// {@return the seed in the range that all providers take}
  int seed() {
    return Math.floorMod(sampling().seed(), Integer.MAX_VALUE);
  }

  /// {@return about how many tokens the prompt has, rather too few}
  int promptTokens() {
    return Tokens.about(
        request.messages().stream().mapToInt(message -> message.text().length()).sum());
  }
}
