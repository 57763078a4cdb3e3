package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.python.Python;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FurtherCallsTest {
  private static final Language PYTHON =
      new Python(Path.of("target", "toolchains"), Progress.silent());

  private final Plan plan =
      new RulePlanner()
          .plan(
              new Requirement("Write half(n: int) -> int in Python. half(4) == 2", "", List.of()),
              PYTHON)
          .plan();
  private final FurtherCalls further = new FurtherCalls(PYTHON, 3);

  @Test
  void eachCallIsKnownByTheNameOfItsTest() {
    TestFile calls = further.of(plan, List.of(returns("half(6)", "3"))).orElseThrow();

    assertThat(calls.names()).hasSize(3);
    assertThat(calls.examples()).containsOnlyKeys(calls.names());
    assertThat(calls.examples())
        .hasEntrySatisfying(
            calls.names().getFirst(), call -> assertThat(call.call()).isEqualTo("half(6)"));
  }

  @Test
  void votedTestsAreNamedAfterTheGeneratedOnes() {
    TestFile generated =
        new TestFile(
            Origin.GENERATED,
            new SourceFile("test_solution_generated.py", ""),
            List.of("test_generated_1", "test_generated_4"));

    TestFile voted =
        further
            .voted(
                plan, List.of(returns("half(0)", "0"), returns("half(8)", "4")), List.of(generated))
            .orElseThrow();

    assertThat(voted.origin()).isEqualTo(Origin.AGREED);
    assertThat(voted.names()).containsExactly("test_generated_5", "test_generated_6");
    assertThat(voted.examples())
        .hasEntrySatisfying(
            "test_generated_6", call -> assertThat(call.call()).isEqualTo("half(8)"));
    assertThat(voted.file().path()).isEqualTo("test_solution_agreed.py");
    assertThat(voted.file().content()).contains("half(0)", "half(8)").doesNotContain("_4(");
  }

  @Test
  void ofMoreCallsThanThereIsRoomForThoseThatDifferAreKept() {
    List<Example> calls =
        List.of(
            returns("half([])", "0"),
            returns("half([1, 2])", "1"),
            returns("half([3, 4])", "1"),
            returns("half([5, 6])", "1"),
            returns("half(7)", "3"));

    TestFile voted = further.voted(plan, calls, List.of()).orElseThrow();

    assertThat(voted.examples().values())
        .hasSize(3)
        .extracting(Example::call)
        .contains("half([])", "half(7)");
  }

  private static Example returns(String call, String value) {
    return new Example(Example.Kind.RETURNS, List.of(), call, value, "");
  }
}
