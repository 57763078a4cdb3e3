package dev.hone.model.embedded;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Finds what followed when the last tokens stood in the text before: a reply that corrects code
/// copies most of it (prompt lookup decoding, A. Saxena 2023). Not safe for threads.
final class Lookup {
  /// The fewest tokens that must have stood there alike. Fewer are found everywhere, and a draft
  /// that is wrong costs as much as several tokens.
  static final int FEWEST = 8;

  private static final int PRIME = 31;

  private int[] tokens;
  private int length;
  // By the hash of so many tokens, the position behind their latest place.
  private final Map<Integer, Integer> behind = new HashMap<>();

  /// Makes a lookup in a prompt.
  ///
  /// @param prompt the prompt's tokens
  Lookup(int[] prompt) {
    this.tokens = new int[Math.max(2 * prompt.length, FEWEST)];
    for (int token : prompt) {
      add(token);
    }
  }

  /// Adds the token that comes next.
  void add(int token) {
    // What ends here is noted when the next token is known: it must not find itself.
    if (length >= FEWEST) {
      behind.put(hash(length), length);
    }
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
    }
    tokens[length++] = token;
  }

  /// {@return what followed the last tokens at their latest place; empty where they stood nowhere}
  ///
  /// @param alike how many of them must be alike, at least {@link #FEWEST}
  /// @param most the most tokens to find
  int[] next(int alike, int most) {
    Integer from = length < FEWEST ? null : behind.get(hash(length));
    if (from == null || !isAlike(from, alike)) {
      return new int[0];
    }
    return Arrays.copyOfRange(tokens, from, Math.min(length, from + most));
  }

  private boolean isAlike(int end, int number) {
    return end >= number
        && Arrays.equals(tokens, end - number, end, tokens, length - number, length);
  }

  private int hash(int end) {
    int hash = 0;
    for (int i = end - FEWEST; i < end; i++) {
      hash = hash * PRIME + tokens[i];
    }
    return hash;
  }
}
