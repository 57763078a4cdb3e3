package dev.hone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.agent.Replayed;
import dev.hone.cli.CommandLines;
import dev.hone.cli.CommandLines.Ended;
import dev.hone.language.SourceFile;
import dev.hone.model.ScriptedModel;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of a scripted model, judged once more from the log with real toolchains in the real
/// sandbox.
class ReplayIT {
  private static final String DOUBLE =
      "Write a Python function double(n: int) -> int that doubles n. double(2) == 4";

  @TempDir Path home;

  @Test
  void everyVerdictOfARunComesBack() throws Exception {
    Result result =
        solve(
            DOUBLE,
            "I am sorry.",
            python("def double(n):\n    return n *\n"),
            python("import os\n\ndef double(n):\n    os.system('true')\n    return n * 2\n"),
            python("def double(n):\n    while True:\n        pass\n"),
            python("def double(n):\n    return n + 1\n"),
            python("def double(n):\n    return n * 2\n"),
            "double(3) == 6\ndouble(0) == 0");

    Ended ended = hone("replay", result.runId());

    assertThat(ended.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "attempt 1 Unreadable - the reply held no code to judge",
            "attempt 2 CompileError CompileError same",
            "attempt 3 Rejected Rejected same",
            "attempt 4 TimeLimitExceeded TimeLimitExceeded same",
            "attempt 5 TestsFailed TestsFailed same",
            "attempt 6 Passed Passed same");
    assertThat(ended.err()).contains("6 attempts judged again in ", "every verdict is as it was");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void codeThatDeclaresSomethingElseThanAskedIsFoundWrongAgain() throws Exception {
    Result result =
        solve(
            "Write a JavaScript function triple(n) that triples n. triple(2) === 6",
            fenced("javascript", "function triple(a, b) { return a * 3; }\n"),
            fenced("javascript", "function triple(n) { return n * 3; }\n"),
            "triple(3) === 9",
            fenced("javascript", "function triple(n) { return 3 * n; }\n"));

    try (Hone hone = Hone.create(environment(), Progress.silent());
        RunLog log = hone.runLog()) {
      List<Replayed> replayed = hone.replay(log.find(result.runId()).orElseThrow());

      assertThat(replayed).allMatch(Replayed::isSame).hasSameSizeAs(result.attempts());
    }
  }

  @Test
  void filesThatTheCodeImportsAreThereAgain() throws Exception {
    SourceFile rates = new SourceFile("rates.py", "DOUBLE = 2\n");
    Result result =
        solve(
            new Requirement(DOUBLE, "", List.of(), List.of(), List.of(rates)),
            python("from rates import DOUBLE\n\n\ndef double(n):\n    return n * DOUBLE\n"),
            "double(3) == 6");

    assertThat(result.passed()).isTrue();
    assertThat(hone("replay", result.runId()).exit()).isZero();
  }

  @Test
  void aProgramRunsOnItsExamplesAgain() throws Exception {
    Result result =
        solve(
            "Write a Python program that reads a number from standard input and prints its double.\nInput: 4\nOutput: 8\n",
            python("print(int(input()) + 2)\n"),
            python("print(int(input()) * 2)\n"));

    assertThat(result.passed()).isTrue();
    assertThat(hone("replay", result.runId()).exit()).isZero();
  }

  private Result solve(String text, String... replies) throws InterruptedException {
    return solve(new Requirement(text, "", List.of()), replies);
  }

  private Result solve(Requirement requirement, String... replies) throws InterruptedException {
    try (Hone hone = Hone.create(environment(), Progress.silent())) {
      SolveRequest request =
          new SolveRequest(
              requirement, 3, 0, Duration.ofSeconds(5), Set.of(), Basis.OWN, "", List.of());
      return hone.solve(request, new ScriptedModel(replies));
    }
  }

  private Ended hone(String... words) {
    return CommandLines.run(environment(), List.of(words));
  }

  private Map<String, String> environment() {
    return Map.of("HONE_HOME", home.toString(), "HONE_OFFLINE", "1");
  }

  private static String python(String code) {
    return fenced("python", code);
  }

  private static String fenced(String language, String code) {
    return "```" + language + "\n" + code + "```\n";
  }
}
