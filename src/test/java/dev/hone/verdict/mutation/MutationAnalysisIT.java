package dev.hone.verdict.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import dev.hone.language.python.Python;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
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
  void withoutAnyFaultToTryNothingIsKnown() throws Exception {
    assertThat(score("assert at_least(2, 2)", 0)).isEqualTo(MutationScore.NONE);
  }

  private static MutationScore score(String check, int most) throws InterruptedException {
    SourceFile tests =
        new SourceFile(
            "test_solution.py",
            "from solution import at_least\n\n\ndef test_it():\n    " + check + "\n");
    Suite suite = new Suite(List.of(new TestFile(Origin.USER, tests, List.of("test_it"))));
    return new MutationAnalysis(judge, most)
        .score(
            python,
            List.of(new SourceFile("solution.py", CODE)),
            suite,
            new JudgeSettings(Limits.defaults(), Set.of()));
  }
}
