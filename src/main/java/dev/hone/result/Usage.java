package dev.hone.result;

import dev.hone.model.Reply;
import java.time.Duration;

/// What was spent on the model.
///
/// @param calls requests
/// @param promptTokens tokens read, cached ones counted
/// @param cachedTokens tokens of prompts that were kept from earlier requests
/// @param completionTokens tokens generated
/// @param time time spent in requests
public record Usage(
    int calls, long promptTokens, long cachedTokens, long completionTokens, Duration time) {
  /// Nothing spent.
  public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO);

  /// {@return this and another together}
  ///
  /// @param other what else was spent
  public Usage plus(Usage other) {
    return new Usage(
        calls + other.calls,
        promptTokens + other.promptTokens,
        cachedTokens + other.cachedTokens,
        completionTokens + other.completionTokens,
        time.plus(other.time));
  }

  /// {@return what one reply cost}
  ///
  /// @param reply a model's reply
  public static Usage of(Reply reply) {
    return new Usage(
        1, reply.promptTokens(), reply.cachedTokens(), reply.completionTokens(), reply.total());
  }
}
