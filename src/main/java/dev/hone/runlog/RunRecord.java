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
/// @param resumptions the times that it went on after it had been killed or had ended, in order;
///   mostly none
public record RunRecord(
    String id,
    RunStart start,
    Planning planning,
    List<Attempt> attempts,
    RunEnd end,
    List<Resumption> resumptions) {
  /// Copies the lists.
  public RunRecord {
    attempts = List.copyOf(attempts);
    resumptions = List.copyOf(resumptions);
  }

  /// Makes the record of a run that went through without a break.
  ///
  /// @param id the run's identifier
  /// @param start what was known when it began
  /// @param planning language and plan
  /// @param attempts every attempt, in order
  /// @param end how it ended
  public RunRecord(
      String id, RunStart start, Planning planning, List<Attempt> attempts, RunEnd end) {
    this(id, start, planning, attempts, end, List.of());
  }

  /// {@return what it has come to}
  public Standing standing() {
    return end instanceof RunEnd.Finished finished
        ? new Standing(attempts.size(), finished.ending().id(), finished.usage(), finished.time())
        : new Progressed(this).standing();
  }

  /// {@return the name of the model that was asked last}
  public String lastModel() {
    return resumptions.isEmpty() ? start.model().name() : resumptions.getLast().terms().model();
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
