package dev.hone.verdict;

import static dev.hone.sandbox.ScriptedSandbox.ended;
import static dev.hone.sandbox.ScriptedSandbox.limited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.candidate.Candidate;
import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
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

class JudgeTest {
  private static final Suite SUITE =
      new Suite(List.of(file(Origin.TEXT, "given"), file(Origin.GENERATED, "made")));

  private final ScriptedSandbox sandbox = new ScriptedSandbox();

  @Test
  void everyExpectedTestReportedAsPassedIsAPass() throws Exception {
    sandbox
        .then(job -> ended(0, ""))
        .then(reporting("given PASSED"))
        .then(reporting("made PASSED"));
    Judgement judgement = judge("offer f");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Passed());
    assertThat(judgement.outcomes())
        .containsExactly(
            new TestOutcome("given", Origin.TEXT, Outcome.PASSED, ""),
            new TestOutcome("made", Origin.GENERATED, Outcome.PASSED, ""));
  }

  @Test
  void whatIsExpectedIsOfTheKindThatIsRun() throws Exception {
    new Judge(new Scanner(), sandbox).expect(new PlainLanguage(), Limits.defaults());
    sandbox
        .then(job -> ended(0, ""))
        .then(reporting("given PASSED"))
        .then(reporting("made PASSED"));
    judge("offer f");

    assertThat(sandbox.expected()).hasSize(1);
    assertThat(sandbox.jobs())
        .extracting(Job::environment, Job::readOnly, Job::limits, Job::ahead)
        .containsOnly(
            tuple(
                sandbox.expected().getFirst().environment(),
                sandbox.expected().getFirst().readOnly(),
                Limits.defaults(),
                false));
  }

  @Test
  void aCandidateRejectedByTheScanIsNeverRun() throws Exception {
    Judgement judgement = judge("import os\nos.system('true')\n");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Rejected());
    assertThat(sandbox.jobs()).isEmpty();
  }

  @Test
  void aCandidateThatDoesNotCompileIsNotTested() throws Exception {
    sandbox.then(job -> ended(1, "invalid syntax"));
    Judgement judgement = judge("x = =");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.CompileError());
    assertThat(judgement.errors())
        .containsExactly("solution.py:3: SyntaxError: invalid syntax\n    x = =");
    assertThat(sandbox.jobs()).hasSize(1);
  }

  @Test
  void anExitWithoutTheRunnersMarkIsNoPass() throws Exception {
    sandbox
        .then(job -> ended(0, ""))
        .then(job -> ended(0, "given PASSED\n"))
        .then(reporting("made PASSED"));
    Judgement judgement = judge("offer f");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judgement.outcomes().getFirst().outcome()).isEqualTo(Outcome.MISSING);
  }

  @Test
  void aPassWithAnotherExitCodeIsNone() throws Exception {
    sandbox
        .then(job -> ended(0, ""))
        .then(job -> ended(3, "given PASSED\n" + job.input() + "\n"))
        .then(reporting("made PASSED"));
    Judgement judgement = judge("offer f");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judgement.errors())
        .containsExactly(
            "the run of test_text.py ended with exit code 3 although every expected test passed");
  }

  @Test
  void aTestThatIsNotReportedIsMissing() throws Exception {
    sandbox
        .then(job -> ended(0, ""))
        .then(reporting("other PASSED"))
        .then(reporting("made PASSED"));
    Judgement judgement = judge("offer f");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judgement.outcomes().getFirst().outcome()).isEqualTo(Outcome.MISSING);
  }

  @Test
  void aGeneratedTestThatNeverEndsTakesNoGivenTestWithIt() throws Exception {
    sandbox
        .then(job -> ended(0, ""))
        .then(reporting("given PASSED"))
        .then(job -> limited(Limit.WALL));
    Judgement judgement = judge("offer f");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TimeLimitExceeded());
    assertThat(judgement.outcomes().getFirst().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(judgement.errors())
        .containsExactly("the run of test_generated.py used up its limit of 30 s by the clock");
  }

  @Test
  void eachLimitHasItsVerdict() {
    assertThat(Limited.verdict(Limit.CPU)).isEqualTo(new Verdict.TimeLimitExceeded());
    assertThat(Limited.verdict(Limit.MEMORY)).isEqualTo(new Verdict.MemoryLimitExceeded());
    assertThat(Limited.verdict(Limit.OUTPUT)).isEqualTo(new Verdict.OutputLimitExceeded());
    assertThat(Limited.verdict(Limit.DISK)).isEqualTo(new Verdict.ResourceLimitExceeded());
  }

  @Test
  void withoutATestThereIsNoPass() throws Exception {
    sandbox.then(job -> ended(0, ""));
    Judgement judgement =
        judge(
            new Candidate(List.of(new SourceFile("solution.py", "offer f"))), new Suite(List.of()));
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judgement.errors()).containsExactly("there was no test to run");
  }

  private Judgement judge(String code) throws InterruptedException {
    return judge(new Candidate(List.of(new SourceFile("solution.py", code))), SUITE);
  }

  private Judgement judge(Candidate candidate, Suite suite) throws InterruptedException {
    return new Judge(new Scanner(), sandbox)
        .judge(
            new PlainLanguage(), candidate, suite, new JudgeSettings(Limits.defaults(), Set.of()));
  }

  private static Function<Job, Execution> reporting(String line) {
    return job -> ended(0, line + "\n" + job.input() + "\n");
  }

  private static TestFile file(Origin origin, String test) {
    return new TestFile(
        origin,
        new SourceFile("test_" + origin.id() + ".py", "test " + test + "\n"),
        List.of(test));
  }
}
