package dev.hone.agent;

import dev.hone.result.Attempt;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a run has from before it went on; nothing where it has just begun.
///
/// @param attempts its attempts until then
/// @param time how long it had worked
/// @param since when it went on, or began
/// @param sameModel whether the model that is asked is the one that was asked last, so that what it
///   tried is not asked for again in the same words
record Earlier(List<Attempt> attempts, Duration time, Instant since, boolean sameModel) {
  /// Copies the list.
  Earlier {
    attempts = List.copyOf(attempts);
  }

  /// {@return what a run has that begins}
  static Earlier none(Instant startedAt) {
    return new Earlier(List.of(), Duration.ZERO, startedAt, false);
  }

  /// {@return how long the run has worked}
  Duration timeUntil(Instant now) {
    return time.plus(Duration.between(since, now));
  }

  /// {@return the rounds that it may go on for}
  ///
  /// @param most the most further rounds, at least 1
  /// @param small whether the model is a small one
  Rounds rounds(int most, boolean small) {
    int before = attempts.size();
    int rounds = before == 0 ? 0 : attempts.getLast().round();
    return new Rounds(most, small, before, rounds, sameModel ? 0 : before);
  }

  /// {@return the first attempt that was judged by tests of the model, if there is one}
  Optional<Attempt> tested() {
    return attempts.stream().filter(attempt -> !written(attempt).isEmpty()).findFirst();
  }

  /// {@return the tests of an attempt that the model wrote}
  static List<TestFile> written(Attempt attempt) {
    return attempt.tests().stream().filter(file -> file.origin() == Origin.GENERATED).toList();
  }
}
