package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.java.Java;
import dev.hone.model.ScriptedModel;
import dev.hone.plan.Plan;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.sandbox.ScriptedSandbox;
import dev.hone.scan.Scanner;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteBuilderTest {
  @TempDir Path cache;

  @Test
  void theFrameThatHoneWritesAroundExamplesIsNotScanned() throws Exception {
    assertThat(written("(new int[]{2, 1}) == new int[]{1, 2}\nsorted(new int[]{}) == new int[]{}"))
        .isEqualTo(2);
  }

  @Test
  void anExampleThatCallsWhatIsForbiddenIsLeftOutWithItsFile() throws Exception {
    assertThat(written("(Runtime.getRuntime().exec(\"true\").hashCode()) == 1")).isZero();
  }

  private int written(String reply) throws InterruptedException {
    Language java = new Java(cache, Progress.silent());
    Judge judge = new Judge(new Scanner(), new ScriptedSandbox());
    // Where examples give no test, code is asked for, and there is none.
    Asker asker = new Asker(Cast.of(new ScriptedModel(reply, "I am sorry.")), Progress.silent());
    return new SuiteBuilder(judge, asker, Progress.silent())
        .complete(task(java), new Suite(List.of()), List.of())
        .size();
  }

  private static Task task(Language java) {
    Plan plan =
        new Plan(
            LanguageId.JAVA,
            List.of("public static int[] sorted(int[] values)"),
            List.of("sorted"),
            List.of("Solution.java"),
            List.of(),
            List.of(),
            List.of());
    return TaskSamples.of(
        new Requirement("a Java method sorted(int[] values) that sorts", "", List.of()),
        java,
        plan);
  }
}
