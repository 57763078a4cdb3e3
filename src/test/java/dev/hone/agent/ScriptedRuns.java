package dev.hone.agent;

import dev.hone.language.Languages;
import dev.hone.language.python.Python;
import dev.hone.plan.Planner;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Scanner;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Runs in Python, with models that are made up and a real sandbox, in a log that each opens anew.
///
/// @param sandbox the sandbox
/// @param cache the folder of the runners
/// @param log the file of the log
record ScriptedRuns(Sandbox sandbox, Path cache, Path log) {
  /// {@return what a run came to}
  Result solve(Cast cast, String text) throws InterruptedException {
    try (RunLog opened = RunLog.open(log)) {
      return agent(cast, opened)
          .solve(new Requirement(text, "", List.of()), settings(3), Progress.silent());
    }
  }

  /// {@return what it came to once it went on}
  Result resume(Cast cast, String runId, int rounds) throws InterruptedException {
    try (RunLog opened = RunLog.open(log)) {
      return agent(cast, opened).resume(runId, settings(rounds), Progress.silent());
    }
  }

  private Agent agent(Cast cast, RunLog opened) {
    return new Agent(
        new AgentParts(
            new Languages(List.of(new Python(cache, Progress.silent()))),
            new LanguageChooser(new LanguageDetector()),
            Planner.suiting(cast.usual(), Progress.silent()),
            new Judge(new Scanner(), sandbox),
            cast,
            opened,
            "test"));
  }

  private static SolveSettings settings(int rounds) {
    return new SolveSettings(
        rounds,
        0,
        new JudgeSettings(Limits.defaults().withTime(Duration.ofSeconds(8)), Set.of()),
        Basis.OWN,
        List.of());
  }
}
