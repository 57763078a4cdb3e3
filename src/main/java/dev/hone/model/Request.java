package dev.hone.model;

import java.util.List;

/// What a model is asked.
///
/// @param messages the conversation, last message from the user
/// @param sampling how tokens are chosen
/// @param choices where not empty, the reply is exactly one of these texts
public record Request(List<Message> messages, Sampling sampling, List<String> choices) {
  /// Copies the lists.
  public Request {
    messages = List.copyOf(messages);
    choices = List.copyOf(choices);
  }
}
