package dev.hone.language.cpp;

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

class CppObservationTest {
  private static final Cpp LANGUAGE = new Cpp(Path.of("unused"), Progress.silent());

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    SourceFile tests =
        tests(
            List.of("void shout(std::string &s)"),
            returns("add({1, 2}, \"a, \\\"b\\\"\")", "[1234567, \"x, \\\"y\\\"\"]"),
            returns("shout(\"ab\")", "\"HELLO\""),
            new Example(Kind.RAISES, List.of(), "add(1)", "std::out_of_range", ""),
            new Example(Kind.PRINTS, List.of(), "greet()", "Hello there\n", ""),
            new Example(Kind.ASSERTS, List.of(), "add(1, 1) > 7777777", "", ""));
    Observation observation = LANGUAGE.observation(tests).orElseThrow();

    assertThat(observation.file().content())
        .contains("  hone::observe_returned(add(")
        .contains("  hone::observe_changed(changed);\n")
        .contains("  hone::observe_thrown([&] { static_cast<void>(add(1)); });\n")
        .contains("  hone::observe_printed([&] { static_cast<void>(greet()); });\n")
        .contains("CHECK(add(1, 1) > 7777777);")
        .doesNotContain("1234567", "HELLO", "out_of_range", "Hello there");
    assertThat(observation.expected())
        .containsOnlyKeys("test_example_1", "test_example_2", "test_example_3", "test_example_4");
    assertThat(observation.file().content().split("\n", -1))
        .hasSameSizeAs(tests.content().split("\n", -1));
  }

  @Test
  void generatedExamplesAreObservedAndTestsOfAnybodyElseAreNot() {
    SourceFile tests = tests(List.of(), returns("add(1, 2)", "3"));
    String own = "static void test_example_1() { CHECK_EQ(add(1, 2), 3); }\n";

    assertThat(LANGUAGE.observation(LANGUAGE.asGenerated(tests)).orElseThrow().expected())
        .containsOnlyKeys("test_generated_1");
    assertThat(LANGUAGE.observation(new SourceFile("test_solution_text.cpp", own))).isEmpty();
  }

  private static SourceFile tests(List<String> signatures, Example... examples) {
    return LANGUAGE
        .exampleTests(
            new TestBrief(
                "solution.cpp",
                "test_solution_text.cpp",
                List.of("add", "greet"),
                signatures,
                List.of(examples)))
        .orElseThrow();
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }
}
