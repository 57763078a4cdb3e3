package dev.hone.agent;

/// How many candidates each round may try. Those of a small model are cheap and often wrong, and
/// what the first ones missed is found by trying more of them, so a round holds one more than the
/// one before, up to three; a large model is asked for one at a time, with the errors of the last
/// one before its eyes.
///
/// @param most the most rounds, at least 1
/// @param small whether the model is a small one
record Rounds(int most, boolean small) {
  private static final int MOST_IN_A_ROUND = 3;

  /// {@return how many candidates all rounds together may try}
  int attempts() {
    int attempts = 0;
    for (int round = 1; round <= most; round++) {
      attempts += in(round);
    }
    return attempts;
  }

  /// {@return the round to which an attempt belongs, from 1}
  ///
  /// @param number the attempt's place in the run, from 1
  int of(int number) {
    int round = 1;
    for (int last = in(1); last < number; last += in(round)) {
      round++;
    }
    return round;
  }

  private int in(int round) {
    return small ? Math.min(round, MOST_IN_A_ROUND) : 1;
  }
}
