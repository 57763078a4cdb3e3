package dev.hone.cli;

import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import java.util.List;

/// Results with other code than that of the samples.
final class EditedResults {
  private EditedResults() {}

  static Result changed(Result result, String path, String code) {
    return changed(result, List.of(new SourceFile(path, code)));
  }

  static Result changed(Result result, List<SourceFile> code) {
    Attempt best = result.best().orElseThrow();
    Attempt other =
        new Attempt(
            best.number(),
            best.round(),
            best.startedAt(),
            best.exchanges(),
            best.mendings(),
            code,
            best.tests(),
            best.judgement(),
            best.time());
    return with(result, other, result.passed());
  }

  static Result unpassed(Result result) {
    return with(result, result.best().orElseThrow(), false);
  }

  private static Result with(Result result, Attempt best, boolean passed) {
    return new Result(
        result.runId(),
        result.startedAt(),
        result.requirement(),
        result.type(),
        result.language(),
        result.model(),
        result.sandbox(),
        result.plan(),
        List.of(best),
        best.number(),
        passed,
        result.ending(),
        result.evidence(),
        result.usage(),
        result.time());
  }
}
