package dev.hone.model;

import java.time.Duration;
import java.util.List;

/// What a model answered.
///
/// @param text the answer, without the stop string
/// @param finish why it ended
/// @param promptTokens tokens of the prompt, cached ones counted
/// @param cachedTokens tokens of the prompt that were kept from an earlier request
/// @param completionTokens tokens generated
/// @param firstToken time from the request to the first token
/// @param total time from the request to the end
/// @param logprobs the tokens of the answer in order, with the stop string where there is one;
///   empty where the model does not tell them
public record Reply(
    String text,
    FinishReason finish,
    int promptTokens,
    int cachedTokens,
    int completionTokens,
    Duration firstToken,
    Duration total,
    List<Logprob> logprobs) {
  /// Copies the list.
  public Reply {
    logprobs = List.copyOf(logprobs);
  }

  /// Makes a reply of a model that does not tell how likely its tokens were.
  ///
  /// @param text the answer, without the stop string
  /// @param finish why it ended
  /// @param promptTokens tokens of the prompt, cached ones counted
  /// @param cachedTokens tokens of the prompt that were kept from an earlier request
  /// @param completionTokens tokens generated
  /// @param firstToken time from the request to the first token
  /// @param total time from the request to the end
  public Reply(
      String text,
      FinishReason finish,
      int promptTokens,
      int cachedTokens,
      int completionTokens,
      Duration firstToken,
      Duration total) {
    this(text, finish, promptTokens, cachedTokens, completionTokens, firstToken, total, List.of());
  }
}
