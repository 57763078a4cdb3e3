package dev.hone.agent;

import dev.hone.language.Language;
import dev.hone.plan.AskedSignatures;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Attempt;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunRecord;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.util.ArrayList;
import java.util.List;

/// Judges the attempts of a run once more, as they were judged then: each one's code as it was last
/// mended, by the test files of that attempt. No model is asked and nothing is mended.
public final class Replayer {
  private final Judge judge;
  private final Language language;
  private final JudgeSettings settings;
  private final Progress progress;

  /// Makes a replayer.
  ///
  /// @param judge judges
  /// @param language the run's language, with the packages that it had
  /// @param settings limits and permissions of the run
  /// @param progress is told which attempt is judged
  public Replayer(Judge judge, Language language, JudgeSettings settings, Progress progress) {
    this.judge = judge;
    this.language = language;
    this.settings = settings;
    this.progress = progress;
  }

  /// {@return what came of each attempt, in their order}
  ///
  /// @param run the run
  /// @param planning its plan
  /// @throws InterruptedException if the calling thread was interrupted
  public List<Replayed> replay(RunRecord run, Planning.Made planning) throws InterruptedException {
    List<String> signatures = AskedSignatures.in(run.start().requirement().text(), planning.plan());
    JudgeSettings whole = settings.with(Given.beside(run.start().requirement(), language));
    List<Replayed> replayed = new ArrayList<>();
    for (Attempt attempt : run.attempts()) {
      progress.report(
          new Event.Stage("attempt %d of %d".formatted(attempt.number(), run.attempts().size())));
      replayed.add(
          attempt.code().isEmpty()
              ? new Replayed.WithoutCode(attempt)
              : new Replayed.Judged(
                  attempt,
                  new Mender(
                          judge,
                          language,
                          planning.plan(),
                          signatures,
                          new Suite(attempt.tests()),
                          whole)
                      .judgement(attempt.code())));
    }
    return replayed;
  }
}
