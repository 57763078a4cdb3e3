package dev.hone.verdict;

import static dev.hone.sandbox.ScriptedSandbox.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.candidate.Candidate;
import dev.hone.language.Diagnostic;
import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.ScriptedSandbox;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.TestOutcome.Outcome;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// How a language is judged whose test command compiles.
class FileTesterTest {
  private static final Suite SUITE =
      new Suite(
          List.of(file("given.py", Origin.TEXT, "a", "b"), file("made.py", Origin.GENERATED, "c")));

  private final ScriptedSandbox sandbox = new ScriptedSandbox();

  @Test
  void nothingRunsBeforeTheTestCommand() throws Exception {
    sandbox.then(printing("a PASSED", "b PASSED")).then(printing("c PASSED"));
    assertThat(judge().verdict()).isEqualTo(new Verdict.Passed());
    assertThat(sandbox.jobs()).extracting(job -> job.command().get(1)).containsOnly("test");
  }

  @Test
  void aTestThatTheCompilerRefusesEndsWithItsWordsAndTheRestIsRun() throws Exception {
    sandbox.then(printing("!given.py 2")).then(printing("a PASSED")).then(printing("c PASSED"));
    Judgement judgement = judge();
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judgement.outcomes())
        .containsExactly(
            new TestOutcome("a", Origin.TEXT, Outcome.PASSED, ""),
            new TestOutcome("b", Origin.TEXT, Outcome.ERROR, "it does not compile: no"),
            new TestOutcome("c", Origin.GENERATED, Outcome.PASSED, ""));
  }

  @Test
  void aSolutionThatTheCompilerRefusesIsNotTestedFurther() throws Exception {
    sandbox.then(printing("!solution.py 1"));
    Judgement judgement = judge();
    assertThat(judgement.verdict()).isEqualTo(new Verdict.CompileError());
    assertThat(judgement.outcomes()).isEmpty();
    assertThat(judgement.diagnostics())
        .containsExactly(new Diagnostic("solution.py", 1, 0, "", "no", ""));
    assertThat(sandbox.jobs()).hasSize(1);
  }

  @Test
  void aTestFileThatIsRefusedAsAWholeTakesNoOtherWithIt() throws Exception {
    sandbox.then(printing("a PASSED", "b PASSED")).then(printing("!made.py 9"));
    Judgement judgement = judge();
    assertThat(judgement.verdict()).isEqualTo(new Verdict.CompileError());
    assertThat(judgement.outcomes())
        .extracting(TestOutcome::outcome)
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.MISSING);
  }

  private Judgement judge() throws InterruptedException {
    Candidate candidate = new Candidate(List.of(new SourceFile("solution.py", "offer f\n")));
    return new Judge(new Scanner(), sandbox)
        .judge(
            new PlainLanguage(true),
            candidate,
            SUITE,
            new JudgeSettings(Limits.defaults(), Set.of()));
  }

  private static Function<Job, Execution> printing(String... lines) {
    return job -> ended(0, String.join("\n", lines) + "\n" + job.input() + "\n");
  }

  private static TestFile file(String path, Origin origin, String... names) {
    String content = "test " + String.join("\ntest ", names) + "\n";
    return new TestFile(origin, new SourceFile(path, content), List.of(names));
  }
}
