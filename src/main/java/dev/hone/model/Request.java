package dev.hone.model;

import java.util.List;
import java.util.stream.Stream;

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
/// @param continuations texts with which the reply goes on, one each time that it came to a stop
///   string or the end of a turn: a form whose gaps the model fills ({@link Gaps} takes it apart).
///   Each gap has an equal share of the tokens that are left, and one that takes more ends the
///   reply. A model may leave out the rest of the form at any stop string; one that is remote, or
///   thinks before it answers, ends at the first, and has the share of one gap
public record Request(
    List<Message> messages,
    Sampling sampling,
    List<String> choices,
    String grammar,
    List<String> continuations) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there is more than one of choices, a grammar and
  ///   continuations, or an empty continuation
  public Request {
    messages = List.copyOf(messages);
    choices = List.copyOf(choices);
    continuations = List.copyOf(continuations);
    if (Stream.of(!choices.isEmpty(), !grammar.isEmpty(), !continuations.isEmpty())
            .filter(there -> there)
            .count()
        > 1) {
      throw new IllegalArgumentException(
          "a request has choices, a grammar or continuations, and one of them only");
    }
    if (continuations.contains("")) {
      throw new IllegalArgumentException("a continuation is empty");
    }
  }

  /// Makes a request without continuations.
  ///
  /// @param messages the conversation
  /// @param sampling how tokens are chosen
  /// @param choices where not empty, the texts of which the reply is one
  /// @param grammar where not empty, a grammar that the reply keeps to
  public Request(List<Message> messages, Sampling sampling, List<String> choices, String grammar) {
    this(messages, sampling, choices, grammar, List.of());
  }

  /// Makes a request without a grammar.
  ///
  /// @param messages the conversation
  /// @param sampling how tokens are chosen
  /// @param choices where not empty, the texts of which the reply is one
  public Request(List<Message> messages, Sampling sampling, List<String> choices) {
    this(messages, sampling, choices, "");
  }

  /// {@return the most tokens of one gap where all take the same, at least 1; all tokens where
  /// there are no continuations}
  public int gapTokens() {
    return Math.max(1, sampling.maxTokens() / (continuations.size() + 1));
  }

  /// {@return the same request as the beginning of a form}
  ///
  /// @param texts what stands between the gaps, with the stop string at which a gap ends
  /// @throws IllegalArgumentException if one is empty, or there are choices or a grammar
  public Request continued(List<String> texts) {
    return new Request(messages, sampling, choices, grammar, texts);
  }

  /// {@return the same request with another way to choose tokens}
  ///
  /// @param other how tokens are chosen
  public Request with(Sampling other) {
    return new Request(messages, other, choices, grammar, continuations);
  }
}
