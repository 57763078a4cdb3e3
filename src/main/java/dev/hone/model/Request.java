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
/// @param grammar where not empty, a grammar in llama.cpp's GBNF form, with a rule `root`; the
///   embedded model's reply is a text of it, or the beginning of one where the token limit cuts it;
///   a remote model is not told of it, so whoever asks has to check the reply
public record Request(
    List<Message> messages, Sampling sampling, List<String> choices, String grammar) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there are both choices and a grammar
  public Request {
    messages = List.copyOf(messages);
    choices = List.copyOf(choices);
    if (!choices.isEmpty() && !grammar.isEmpty()) {
      throw new IllegalArgumentException("a request has choices or a grammar, not both");
    }
  }

  /// Makes a request without a grammar.
  ///
  /// @param messages the conversation
  /// @param sampling how tokens are chosen
  /// @param choices where not empty, the texts of which the reply is one
  public Request(List<Message> messages, Sampling sampling, List<String> choices) {
    this(messages, sampling, choices, "");
  }

  /// {@return the same request with another way to choose tokens}
  ///
  /// @param other how tokens are chosen
  public Request with(Sampling other) {
    return new Request(messages, other, choices, grammar);
  }
}
