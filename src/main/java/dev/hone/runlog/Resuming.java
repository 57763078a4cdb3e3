package dev.hone.runlog;

import dev.hone.failure.UsageException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Takes up a run that was killed or that ended without a pass.
final class Resuming {
  private Resuming() {}

  /// {@return a run that may go on, unless another Hone is at it}
  ///
  /// @throws UsageException if there is none, if it passed, or if its code was pruned
  static RunRecord resumable(Handle handle, String beginning) {
    RunRecord run =
        RunReader.find(handle, beginning)
            .orElseThrow(
                () ->
                    new UsageException(
                        "no run has the identifier '%s'; hone runs lists them"
                            .formatted(beginning)));
    Optional<Instant> pruned = RunReader.prunedAt(handle, run.id());
    if (pruned.isPresent()) {
      throw new UsageException(
          "the run %s cannot go on: its code and tests were pruned on %s; type hone with its text"
              .formatted(run.id(), pruned.get()));
    }
    if (run.end() instanceof RunEnd.Finished finished && finished.passed()) {
      throw new UsageException(
          "the run %s passed, so there is nothing to go on with; for one more wish type: hone refine %s \"…\""
              .formatted(run.id(), run.id()));
    }
    return run;
  }

  /// {@return the failure of who asks for a run that somebody else is at}
  static UsageException running(String runId) {
    return new UsageException(
        "the run %s still goes on in another hone; wait for its end, or stop that one first"
            .formatted(runId));
  }

  /// {@return the run as it was before} From here on it counts as unfinished.
  static RunRecord resume(Handle handle, String runId, Instant at, Terms terms) {
    RunRecord run = resumable(handle, runId);
    Resumptions.write(
        handle, runId, run.resumptions().size() + 1, new Resumption(at, terms, run.standing()));
    RunWriter.unfinished(handle, runId);
    return run;
  }
}
