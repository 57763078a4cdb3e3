package dev.hone.cli;

import dev.hone.language.LanguageId;
import dev.hone.model.ModelCard;
import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Ending;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunStart;
import dev.hone.runlog.Samples;
import java.time.Instant;
import java.util.List;

/// Writes runs of several kinds into a log.
final class LoggedRuns {
  private LoggedRuns() {}

  /// {@return the identifiers of four runs, oldest first: passed in Python, failed in Python,
  /// stopped in Go with another model, unfinished}
  static List<String> four(RunLog log) {
    String passed = log.begin(start("2026-11-01T10:00:00Z", "Double n", "small-model"));
    log.planned(passed, Samples.planning());
    log.attempt(passed, Samples.failed());
    log.attempt(passed, Samples.passed());
    log.end(passed, Samples.result(passed));
    String failed = log.begin(start("2026-11-02T10:00:00Z", "Halve n, 100% exact", "small-model"));
    log.planned(failed, Samples.planning());
    log.attempt(failed, Samples.failed());
    log.end(failed, Samples.missed(failed));
    String stopped = log.begin(start("2026-11-03T10:00:00Z", "Read a file in Go", "big-model"));
    log.planned(stopped, go());
    log.end(stopped, Ending.FAILED, "the provider answered 503");
    String unfinished = log.begin(start("2026-11-04T10:00:00Z", "Sort names", "small-model"));
    return List.of(passed, failed, stopped, unfinished);
  }

  static RunStart start(String at, String text, String model) {
    RunStart sample = Samples.start();
    return new RunStart(
        Instant.parse(at),
        new Requirement(text, "", List.of()),
        new ModelCard(model, 1.5, 32_768, "", "engine 1.0"),
        sample.sandbox(),
        sample.honeVersion(),
        sample.settings());
  }

  /// {@return the start of a run of 5 November in another sandbox by another version}
  static RunStart begun(String sandbox, String version) {
    RunStart start = start("2026-11-05T10:00:00Z", "Double n", "small-model");
    return new RunStart(
        start.startedAt(), start.requirement(), start.model(), sandbox, version, start.settings());
  }

  private static Planning.Made go() {
    Plan plan = Samples.plan();
    return new Planning.Made(
        new LanguageChoice(LanguageId.GO, LanguageChoice.By.RULE, "Go"),
        RequirementType.FILES,
        new Plan(
            LanguageId.GO,
            plan.signatures(),
            plan.entryPoints(),
            plan.files(),
            plan.examples(),
            plan.edgeCases(),
            plan.steps()),
        List.of());
  }
}
