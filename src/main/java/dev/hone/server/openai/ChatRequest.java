package dev.hone.server.openai;

import dev.hone.model.Message;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.util.List;

/// A chat completion that a client asks for.
///
/// @param model the name of the model, as the client wrote it
/// @param messages the conversation, at least one message
/// @param sampling how tokens are chosen
/// @param stream whether the reply is sent piece by piece
/// @param usage whether a stream ends with what it took
record ChatRequest(
    String model, List<Message> messages, Sampling sampling, boolean stream, boolean usage) {
  ChatRequest {
    messages = List.copyOf(messages);
  }

  /// {@return what the model is asked}
  Request request() {
    return new Request(messages, sampling, List.of());
  }
}
