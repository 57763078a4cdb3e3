package dev.hone.runlog;

import dev.hone.result.Attempt;
import dev.hone.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/// Everything that the log holds of one run.
///
/// @param id the run's identifier
/// @param start what was known when it began
/// @param planning language and plan
/// @param attempts every attempt, in order
/// @param end how it ended
public record RunRecord(
    String id, RunStart start, Planning planning, List<Attempt> attempts, RunEnd end) {
  /// Copies the list.
  public RunRecord {
    attempts = List.copyOf(attempts);
  }

  /// {@return how many rounds there were so far}
  public int rounds() {
    return attempts.isEmpty() ? 0 : attempts.getLast().round();
  }

  /// {@return the best attempt, or empty where there is none or the run did not come to a result}
  public Optional<Attempt> best() {
    return switch (end) {
      case RunEnd.Finished finished ->
          attempts.stream().filter(a -> a.number() == finished.bestAttempt()).findFirst();
      case RunEnd.Stopped _, RunEnd.Unfinished _ -> Optional.empty();
    };
  }

  /// {@return the verdict of the run, or empty where it did not come to a result} An attempt keeps
  /// the verdict of its time; a run that passed once doubted tests were set aside is `Passed` as a
  /// whole.
  public Optional<String> verdict() {
    boolean passed = end instanceof RunEnd.Finished finished && finished.passed();
    return passed
        ? Optional.of(new Verdict.Passed().id())
        : best().map(attempt -> attempt.judgement().verdict().id());
  }
}
