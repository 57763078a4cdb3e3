package dev.hone.model;

import java.util.List;

/// What a model is asked.
///
/// @param messages the conversation; the last message is the user's, or the assistant's where the
///   reply goes on from these words, which it does not repeat; a provider that knows no such
///   beginning is not shown it
/// @param sampling how tokens are chosen
/// @param choices where not empty, the reply is exactly one of these texts; a remote model that
///   names none of them has its own words for a reply
public record Request(List<Message> messages, Sampling sampling, List<String> choices) {
  /// Copies the lists.
  public Request {
    messages = List.copyOf(messages);
    choices = List.copyOf(choices);
  }
}
