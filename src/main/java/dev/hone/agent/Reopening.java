package dev.hone.agent;

import dev.hone.language.Language;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Usage;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.Standing;
import dev.hone.runlog.Terms;
import java.time.Instant;
import java.util.List;

/// Takes up a run of the log again, with what it has.
final class Reopening {
  private final AgentParts parts;
  private final Progress progress;

  Reopening(AgentParts parts, Progress progress) {
    this.parts = parts;
    this.progress = progress;
  }

  /// {@return the task as it stands} What the run has neither language nor plan of, it is asked
  /// for.
  ///
  /// @param settings what bounds the run from here on
  /// @throws InterruptedException if the calling thread was interrupted; the log says so
  Task reopen(String runId, SolveSettings settings) throws InterruptedException {
    check(parts.log().resumable(runId));
    Instant now = Instant.now();
    RunRecord run = parts.log().resume(runId, now, terms(settings));
    progress.report(new Event.Stage(Words.of(run)));
    Standing standing = run.standing();
    String model = parts.model().card().name();
    Earlier earlier =
        new Earlier(run.attempts(), standing.time(), now, run.lastModel().equals(model));
    return switch (run.planning()) {
      case Planning.Made made -> task(run, made, settings).after(earlier, standing.spent());
      case Planning.Pending _ ->
          new Opening(parts, List.of(), progress)
              .open(run.id(), run.start().startedAt(), run.start().requirement(), settings)
              .after(earlier, standing.spent());
    };
  }

  // Before it is taken up, so that a run stays as it is that this model cannot go on with.
  private void check(RunRecord run) {
    if (run.planning() instanceof Planning.Made made) {
      Given.check(run.start().requirement(), language(made), parts.cast().at("code").card());
    }
  }

  private Language language(Planning.Made made) {
    return parts.languages().of(made.language().language());
  }

  private Task task(RunRecord run, Planning.Made made, SolveSettings settings) {
    Language language = language(made);
    return new Task(
        run.id(),
        run.start().startedAt(),
        run.start().requirement(),
        made.type(),
        made.language(),
        language,
        made.plan(),
        settings.with(Given.beside(run.start().requirement(), language)),
        Usage.NONE);
  }

  private Terms terms(SolveSettings settings) {
    return new Terms(
        parts.model().card().name(),
        parts.judge().sandboxMode(),
        parts.version(),
        settings.rounds(),
        settings.budget());
  }
}
