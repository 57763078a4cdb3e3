package dev.hone.language.go;

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

class GoObservationTest {
  private static final Go LANGUAGE = new Go(Path.of("unused"), Progress.silent());

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    SourceFile tests =
        tests(
            List.of(),
            new Example(Kind.RETURNS, List.of("n := 1"), "Add(n, 2)", "1234567", ""),
            returns("Add(2, 2)", "[7654321, \"\\n\"]"),
            new Example(Kind.RAISES, List.of(), "Add(1, 1)", "error", ""),
            new Example(Kind.PRINTS, List.of(), "Greet()", "Hello there\n", ""),
            new Example(Kind.ASSERTS, List.of(), "Add(1, 1) > 7777777", "", ""));
    Observation observation = LANGUAGE.observation(tests).orElseThrow();
    String text = observation.file().content();

    assertThat(text)
        .contains("\tHoneGave(t, \"Add(n, 2)\", HoneResults(Add(n, 2)))\n")
        .contains("\tHoneReturned(t, \"Add(2, 2)\", Add, HoneList{2, 2})\n")
        .contains("\tHoneFailed(t, func() []any { return HoneCalled(Add, HoneList{1, 1}) })\n")
        .contains("\tHonePrinted(t, func() []any { return HoneCalled(Greet, HoneList{}) })\n")
        .contains("if !(Add(1, 1) > 7777777) {")
        .doesNotContain("1234567", "7654321", "Hello there");
    assertThat(observation.expected())
        .containsOnlyKeys("TestExample1", "TestExample2", "TestExample3", "TestExample4");
    assertThat(text.lines().toList().indexOf("func TestExample5(t *testing.T) {"))
        .isEqualTo(tests.content().lines().toList().indexOf("func TestExample5(t *testing.T) {"));
  }

  @Test
  void generatedExamplesAreObservedAndTestsOfAnybodyElseAreNot() {
    SourceFile tests = tests(List.of(), returns("Add(1, 2)", "3"));
    String own =
        """
        package solution

        func TestExample1(t *testing.T) {
        \tHoneReturns(t, "Add(1, 2)", "3", Add, HoneList{1, 2}, 3)
        }
        """;

    assertThat(LANGUAGE.observation(LANGUAGE.asGenerated(tests)).orElseThrow().expected())
        .containsOnlyKeys("TestGenerated1");
    assertThat(LANGUAGE.observation(new SourceFile("solution_text_test.go", own))).isEmpty();
  }

  private static SourceFile tests(List<String> signatures, Example... examples) {
    return LANGUAGE
        .exampleTests(
            new TestBrief(
                "solution.go",
                "solution_text_test.go",
                List.of("Add", "Greet"),
                signatures,
                List.of(examples)))
        .orElseThrow();
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }
}
