package dev.hone.verdict.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.candidate.Candidate;
import dev.hone.failure.ErrorType;
import dev.hone.language.SourceFile;
import dev.hone.language.python.Python;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faults in real code, run by real tests in the real sandbox.
class MutationAnalysisIT {
  private static final String CODE = "def at_least(a, b):\n    return a >= b\n";

  @TempDir static Path cache;
  private static Python python;
  private static Judge judge;

  @BeforeAll
  static void findSandboxAndToolchain() {
    python = new Python(cache, Progress.silent());
    judge = new Judge(new Scanner(), new Sandboxes().choose());
  }

  @Test
  void testsThatTryTheBoundaryNoticeTheFault() throws Exception {
    assertThat(score("assert at_least(2, 2)", 8)).isEqualTo(new MutationScore(1, 1));
  }

  @Test
  void testsThatStayAwayFromTheBoundaryDoNot() throws Exception {
    assertThat(score("assert at_least(3, 2)", 8)).isEqualTo(new MutationScore(0, 1));
  }

  @Test
  void severalFaultsAreCountedOneByOne() throws Exception {
    String code =
        """
        def grade(points):
            if points >= 90:
                return 1
            if points >= 50:
                return 2
            return 5
        """;

    MutationScore all =
        score(code, "grade", "assert [grade(p) for p in (90, 89, 50, 49)] == [1, 2, 2, 5]", 8);
    MutationScore few = score(code, "grade", "assert grade(95) == 1", 8);

    assertThat(all.mutants()).isGreaterThan(3).isEqualTo(few.mutants());
    assertThat(all.killed()).isEqualTo(all.mutants());
    assertThat(few.killed()).isBetween(1, all.killed() - 1);
  }

  @Test
  void aFileAfterTheOneThatNoticedAFaultIsNotRun() throws Exception {
    Suite suite =
        new Suite(
            List.of(
                file("test_first.py", "assert at_least(2, 2)"),
                file("test_second.py", "while not at_least(2, 2): pass")));

    assertThat(score(CODE, suite, 8)).isEqualTo(new MutationScore(1, 1));
    Judgement judged =
        judge
            .hasty()
            .judge(
                python,
                new Candidate(List.of(new SourceFile("solution.py", CODE.replace(">=", ">")))),
                suite,
                new JudgeSettings(Limits.defaults(), Set.of()));
    assertThat(judged.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judged.outcomes()).hasSize(1);
  }

  @Test
  void anInterruptEndsAllOfThem() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> score("while at_least(2, 2): pass", 8))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aSandboxThatFailsIsToldAsItIs() {
    Judge failing = new Judge(new Scanner(), new FailingSandbox());

    assertThatThrownBy(
            () ->
                new MutationAnalysis(failing, 8)
                    .score(
                        python,
                        List.of(new SourceFile("solution.py", CODE)),
                        new Suite(List.of(file("test_solution.py", "assert at_least(2, 2)"))),
                        new JudgeSettings(Limits.defaults(), Set.of())))
        .isInstanceOf(SandboxException.class)
        .hasMessage("no box today");
  }

  private static final class FailingSandbox implements Sandbox {
    @Override
    public String mode() {
      return "failing";
    }

    @Override
    public Execution run(Job job) {
      throw new SandboxException(ErrorType.EXTERNAL, "no box today");
    }
  }

  @Test
  void withoutAnyFaultToTryNothingIsKnown() throws Exception {
    assertThat(score("assert at_least(2, 2)", 0)).isEqualTo(MutationScore.NONE);
  }

  private static MutationScore score(String check, int most) throws InterruptedException {
    return score(CODE, "at_least", check, most);
  }

  private static MutationScore score(String code, String name, String check, int most)
      throws InterruptedException {
    return score(code, new Suite(List.of(file("test_solution.py", name, check))), most);
  }

  private static MutationScore score(String code, Suite suite, int most)
      throws InterruptedException {
    return new MutationAnalysis(judge, most)
        .score(
            python,
            List.of(new SourceFile("solution.py", code)),
            suite,
            new JudgeSettings(Limits.defaults(), Set.of()));
  }

  private static TestFile file(String path, String check) {
    return file(path, "at_least", check);
  }

  private static TestFile file(String path, String name, String check) {
    SourceFile tests =
        new SourceFile(
            path, "from solution import %s\n\n\ndef test_it():\n    %s\n".formatted(name, check));
    return new TestFile(Origin.USER, tests, List.of("test_it"));
  }
}
