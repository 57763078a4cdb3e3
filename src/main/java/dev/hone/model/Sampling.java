package dev.hone.model;

import java.util.List;

/// How the next token is chosen. A remote model is told what it takes; the rest it decides itself.
///
/// @param temperature 0 for the most likely token, else 0 to 2
/// @param topP keep the most likely tokens up to this share of probability, 0 exclusive to 1; 1
///   keeps all
/// @param topK keep this many tokens; 0 keeps all
/// @param minP drop tokens less likely than this share of the likeliest, 0 to 1; 0 drops none
/// @param repeatPenalty divides the score of recent tokens; 1 does nothing
/// @param seed the same seed gives the same reply from the embedded model
/// @param maxTokens the most tokens of the reply, at least 1
/// @param stop texts that end the reply and are not part of it
public record Sampling(
    double temperature,
    double topP,
    int topK,
    double minP,
    double repeatPenalty,
    long seed,
    int maxTokens,
    List<String> stop) {
  /// Copies the list and checks the ranges.
  ///
  /// @throws IllegalArgumentException if a value is out of its range
  public Sampling {
    stop = List.copyOf(stop);
    if (temperature < 0 || temperature > 2 || topP <= 0 || topP > 1 || topK < 0 || maxTokens < 1) {
      throw new IllegalArgumentException("a sampling value is out of range");
    }
  }

  /// {@return the greedy choice}
  ///
  /// @param maxTokens the most tokens of the reply
  public static Sampling greedy(int maxTokens) {
    return new Sampling(0, 1, 0, 0, 1, 0, maxTokens, List.of());
  }

  /// {@return a choice by temperature with the usual cut of unlikely tokens (top-p 0.95, top-k 40)}
  ///
  /// @param temperature 0 to 2
  /// @param seed the seed
  /// @param maxTokens the most tokens of the reply
  public static Sampling warm(double temperature, long seed, int maxTokens) {
    return new Sampling(temperature, 0.95, 40, 0, 1, seed, maxTokens, List.of());
  }

  /// {@return the same choice with another limit}
  ///
  /// @param most the most tokens of the reply, at least 1
  public Sampling withMaxTokens(int most) {
    return new Sampling(temperature, topP, topK, minP, repeatPenalty, seed, most, stop);
  }
}
