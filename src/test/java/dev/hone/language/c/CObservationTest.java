package dev.hone.language.c;

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

class CObservationTest {
  private static final C LANGUAGE = new C(Path.of("unused"), Progress.silent());

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    SourceFile tests =
        tests(
            List.of(
                "int add(int a, int b)",
                "const char *name(void)",
                "int *evens(const int *items, int n, int *returnSize)",
                "void negate(int items[], int n)",
                "void greet(void)"),
            returns("add(1, 2)", "1234567"),
            returns("name()", "\"a\\\"), \\n\""),
            returns("evens([1, 2, 4])", "[7654321, 4]"),
            returns("negate([1, -2])", "[8888888, 2]"),
            new Example(Kind.PRINTS, List.of(), "greet()", "Hello there\n", ""),
            new Example(Kind.ASSERTS, List.of(), "add(1, 1) > 7777777", "", ""));
    Observation observation = LANGUAGE.observation(tests).orElseThrow();

    assertThat(observation.file().content())
        .contains("  hone_observe(HONE_VALUE(add(1, 2)));\n")
        .contains("  hone_observe(HONE_VALUE(name()));\n")
        .contains("  HONE_OBSERVE_ARRAY(result, returned_length);\n")
        .contains("  HONE_OBSERVE_ARRAY(argument_1, 2);\n")
        .contains("  hone_observe_printed(printed);\n")
        .contains("CHECK(add(1, 1) > 7777777);")
        .doesNotContain("1234567", "7654321", "8888888", "Hello there", "\\n\"");
    assertThat(observation.expected())
        .containsOnlyKeys(
            "test_example_1",
            "test_example_2",
            "test_example_3",
            "test_example_4",
            "test_example_5");
    assertThat(observation.file().content().split("\n", -1))
        .hasSameSizeAs(tests.content().split("\n", -1));
  }

  @Test
  void generatedExamplesAreObservedAndTestsOfAnybodyElseAreNot() {
    SourceFile tests = tests(List.of(), returns("add(1, 2)", "3"));
    String own = "static void test_example_1(void) { CHECK_EQ(add(1, 2), 3); }\n";

    assertThat(LANGUAGE.observation(LANGUAGE.asGenerated(tests)).orElseThrow().expected())
        .containsOnlyKeys("test_generated_1");
    assertThat(LANGUAGE.observation(new SourceFile("test_solution_text.c", own))).isEmpty();
  }

  private static SourceFile tests(List<String> signatures, Example... examples) {
    return LANGUAGE
        .exampleTests(
            new TestBrief(
                "solution.c",
                "test_solution_text.c",
                List.of("add", "greet"),
                signatures,
                List.of(examples)))
        .orElseThrow();
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }
}
