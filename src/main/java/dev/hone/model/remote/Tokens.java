package dev.hone.model.remote;

import org.jspecify.annotations.Nullable;

/// What one request took.
///
/// @param prompt tokens read, cached ones counted
/// @param cached of them those kept from earlier requests
/// @param completion tokens generated, those of thinking counted
/// @param thinking of them those that are no part of the answer
record Tokens(int prompt, int cached, int completion, int thinking) {
  /// Four characters of English or of code are a token or more, in every vocabulary in use.
  private static final int CHARACTERS = 4;

  /// {@return about how many tokens a text has, rather too few}
  static int about(int characters) {
    return (characters + CHARACTERS - 1) / CHARACTERS;
  }

  static int of(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
