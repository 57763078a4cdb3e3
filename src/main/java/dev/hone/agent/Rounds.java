package dev.hone.agent;

/// How many candidates each round may try. Those of a small model are cheap and often wrong, and
/// what the first ones missed is found by trying more of them, so a round holds one more than the
/// one before, up to three; a large model is asked for one at a time, with the errors of the last
/// one before its eyes.
///
/// @param most the most rounds of one model from here on, at least 1
/// @param small whether the model is a small one
/// @param attemptsBefore how many attempts there were before, at least 0
/// @param roundsBefore how many rounds these took, at least 0
/// @param othersBefore how many of those attempts another model made: all, unless the same model
///   goes on with a run that had ended
/// @param growing whether a round of a small model holds more candidates than the one before
record Rounds(
    int most,
    boolean small,
    int attemptsBefore,
    int roundsBefore,
    int othersBefore,
    boolean growing) {
  private static final int MOST_IN_A_ROUND = 3;

  /// Rounds that grow.
  Rounds(int most, boolean small, int attemptsBefore, int roundsBefore, int othersBefore) {
    this(most, small, attemptsBefore, roundsBefore, othersBefore, true);
  }

  /// The rounds of a model that takes over.
  Rounds(int most, boolean small, int attemptsBefore, int roundsBefore) {
    this(most, small, attemptsBefore, roundsBefore, attemptsBefore);
  }

  /// The rounds of the first model of a run.
  Rounds(int most, boolean small) {
    this(most, small, 0, 0);
  }

  /// {@return the same with one candidate in each round}
  Rounds even() {
    return new Rounds(most, small, attemptsBefore, roundsBefore, othersBefore, false);
  }

  /// {@return as many rounds for a model that takes over}
  ///
  /// @param history what was tried before
  /// @param otherSmall whether that model is a small one
  Rounds after(History history, boolean otherSmall) {
    int attempts = history.attempts().size();
    return new Rounds(
        most, otherSmall, attempts, attempts == 0 ? 0 : of(attempts), attempts, growing);
  }

  /// {@return how many candidates all rounds together may try, those of earlier models among them}
  int attempts() {
    int attempts = attemptsBefore;
    for (int round = 1; round <= most; round++) {
      attempts += in(round);
    }
    return attempts;
  }

  /// {@return the round to which an attempt belongs, from 1}
  ///
  /// @param number the attempt's place in the run, from 1, after those of earlier models
  int of(int number) {
    int round = 1;
    for (int last = attemptsBefore + in(1); last < number; last += in(round)) {
      round++;
    }
    return roundsBefore + round;
  }

  private int in(int round) {
    return small && growing ? Math.min(round, MOST_IN_A_ROUND) : 1;
  }
}
