package dev.hone.result;

import dev.hone.model.Cost;
import dev.hone.model.Reply;
import java.time.Duration;

/// What was spent on the model.
///
/// @param calls requests, those that failed and may be billed counted; those for values of further
///   calls are one
/// @param promptTokens tokens read, cached ones counted
/// @param cachedTokens tokens of prompts that were kept from earlier requests
/// @param completionTokens tokens generated
/// @param time time spent in requests
/// @param thinkingTokens tokens generated apart from the answers, part of the completion tokens
/// @param retries requests that failed, were made again and may be billed, part of the calls
/// @param cost what all of it cost; unknown where one reply's cost is
public record Usage(
    int calls,
    long promptTokens,
    long cachedTokens,
    long completionTokens,
    Duration time,
    long thinkingTokens,
    int retries,
    Cost cost) {
  /// Nothing spent.
  public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO, 0, 0, Cost.nothing());

  /// Makes a usage of unknown cost.
  ///
  /// @param calls requests, those that failed and may be billed counted
  /// @param promptTokens tokens read, cached ones counted
  /// @param cachedTokens tokens of prompts that were kept from earlier requests
  /// @param completionTokens tokens generated
  /// @param time time spent in requests
  /// @param thinkingTokens tokens generated apart from the answers, part of the completion tokens
  /// @param retries requests that failed, were made again and may be billed, part of the calls
  public Usage(
      int calls,
      long promptTokens,
      long cachedTokens,
      long completionTokens,
      Duration time,
      long thinkingTokens,
      int retries) {
    this(
        calls,
        promptTokens,
        cachedTokens,
        completionTokens,
        time,
        thinkingTokens,
        retries,
        Cost.unknown());
  }

  /// {@return this and another together}
  ///
  /// @param other what else was spent
  public Usage plus(Usage other) {
    return new Usage(
        calls + other.calls,
        promptTokens + other.promptTokens,
        cachedTokens + other.cachedTokens,
        completionTokens + other.completionTokens,
        time.plus(other.time),
        thinkingTokens + other.thinkingTokens,
        retries + other.retries,
        cost.plus(other.cost));
  }

  /// {@return what one reply cost}
  ///
  /// @param reply a model's reply
  public static Usage of(Reply reply) {
    return new Usage(
        1 + reply.retries(),
        reply.promptTokens(),
        reply.cachedTokens(),
        reply.completionTokens(),
        reply.total(),
        reply.thinkingTokens(),
        reply.retries(),
        reply.bill().cost());
  }
}
