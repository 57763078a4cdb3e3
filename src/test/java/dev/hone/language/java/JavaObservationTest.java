package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaObservationTest {
  private static final Java JAVA = new Java(Path.of("unused"), Progress.silent());
  private static final List<Example> EXAMPLES =
      List.of(
          new Example(Kind.RETURNS, List.of("int n = 1"), "add(n, 2)", "1234567", ""),
          new Example(Kind.RAISES, List.of(), "add(null)", "NullPointerException", ""),
          new Example(Kind.PRINTS, List.of(), "greet()", "Hello there\n", ""),
          new Example(Kind.RETURNS, List.of(), "add(2, 2)", "2 + 1111111", ""));

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    SourceFile tests = tests();
    Observation observation = JAVA.observation(tests).orElseThrow();
    String text = observation.file().content();

    assertThat(text)
        .contains("void test_example_1(org.junit.jupiter.api.TestReporter honeReporter) throws")
        .contains("    int n = 1;\n    returned(honeReporter, call(\"add\", n, 2));\n")
        .contains("    threw(honeReporter, () -> call(\"add\", (Object) null));\n")
        .contains("    printed(honeReporter, () -> call(\"greet\"));\n")
        .contains("    check(\"add(2, 2)\", call(\"add\", 2, 2), 2 + 1111111);\n")
        .doesNotContain("1234567", "NullPointerException", "Hello there");
    assertThat(observation.expected())
        .containsOnlyKeys("test_example_1", "test_example_2", "test_example_3");
  }

  @Test
  void linesKeepTheirPlacesUpToTheEndOfTheChecks() {
    SourceFile tests = tests();
    List<String> run = JAVA.observation(tests).orElseThrow().file().content().lines().toList();
    List<String> delivered = tests.content().lines().toList();
    int checks = delivered.indexOf("  private static Object list(Object... items) {");

    assertThat(run.get(checks)).isEqualTo(delivered.get(checks));
  }

  @Test
  void testsOfAnybodyElseCheckThemselves() {
    String own = "class OwnTest { @Test void test_example_1() { check(\"add(1)\", add(1), 1); } }";

    assertThat(JAVA.observation(new SourceFile("OwnTest.java", own))).isEmpty();
  }

  private static SourceFile tests() {
    return JAVA.exampleTests(
            new TestBrief(
                "Solution.java", "SolutionTextTest.java", List.of("add"), List.of(), EXAMPLES))
        .orElseThrow();
  }
}
