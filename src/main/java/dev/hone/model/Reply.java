package dev.hone.model;

import java.time.Duration;

/// What a model answered.
///
/// @param text the answer, without the stop string
/// @param finish why it ended
/// @param promptTokens tokens of the prompt, cached ones counted
/// @param cachedTokens tokens of the prompt that were kept from an earlier request
/// @param completionTokens tokens generated
/// @param firstToken time from the request to the first token
/// @param total time from the request to the end
public record Reply(
    String text,
    FinishReason finish,
    int promptTokens,
    int cachedTokens,
    int completionTokens,
    Duration firstToken,
    Duration total) {}
