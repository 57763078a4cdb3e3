package dev.hone.language.rust;

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

class RustObservationTest {
  private static final Rust LANGUAGE = new Rust(Path.of("unused"), Progress.silent());

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    SourceFile tests =
        tests(
            List.of(),
            new Example(Kind.RETURNS, List.of("let n = 1;"), "add(n, 2)", "1234567", ""),
            returns("add(2, 2)", "[\"7654321\", \"a\\n\"]"),
            new Example(Kind.RAISES, List.of(), "add(1, 1)", "panic", ""),
            new Example(Kind.PRINTS, List.of(), "greet()", "Hello there\n", ""),
            new Example(Kind.ASSERTS, List.of(), "add(1, 1) > 7777777", "", ""));
    Observation observation = LANGUAGE.observation(tests).orElseThrow();
    String text = observation.file().content();

    assertThat(text)
        .contains("    observed::returned!(\"test_example_1\", add(n, 2));\n")
        .contains("    observed::returned!(\"test_example_2\", add(given(\"2\"), given(\"2\")));\n")
        .contains(
            "    observed::failed!(\"test_example_3\", add(given(\"1\"), given(\"1\")), true);\n")
        .contains("    observed::printed(\"test_example_4\", &printed);\n")
        .contains("assert!(add(1, 1) > 7777777);")
        .doesNotContain("1234567", "7654321", "Hello there");
    assertThat(observation.expected())
        .containsOnlyKeys("test_example_1", "test_example_2", "test_example_3", "test_example_4");
    assertThat(text.lines().toList().indexOf("fn test_example_5() {"))
        .isEqualTo(tests.content().lines().toList().indexOf("fn test_example_5() {"));
  }

  @Test
  void typesThatAreWrittenOutAreStillAskedFor() {
    SourceFile tests =
        tests(
            List.of(
                "fn add(a: f64, b: f64) -> f64", "fn greet(a: &mut Vec<i32>) -> Vec<Option<&str>>"),
            returns("add(1, 2)", "3.25"),
            returns("greet([4])", "[Some(\"1234567\"), None]"),
            new Example(Kind.RAISES, List.of(), "greet([])", "error", ""));
    Observation observation = LANGUAGE.observation(tests).orElseThrow();

    assertThat(observation.file().content())
        .contains(
            "    let actual: f64 = add(1.0, 2.0);\n\nobserved::returned!(\"test_example_1\", actual);\n")
        .contains(
            "match (greet(&mut vec![4])) { actual => { if false { assert_eq!(actual,"
                + " observed::never::<Vec<Option<&str>>>()); } observed::returned!(\"test_example_2\","
                + " actual); } }")
        .doesNotContain("3.25", "1234567");
    assertThat(observation.expected())
        .containsOnlyKeys("test_example_1", "test_example_2", "test_example_3");
  }

  @Test
  void generatedExamplesAreObservedAndTestsOfAnybodyElseAreNot() {
    SourceFile tests = tests(List.of(), returns("add(1, 2)", "3"));
    String content = LANGUAGE.asGenerated(tests).content();

    assertThat(
            LANGUAGE
                .observation(new SourceFile("solution_generated_test.rs", content))
                .orElseThrow()
                .expected())
        .containsOnlyKeys("test_generated_1");
    assertThat(LANGUAGE.observation(new SourceFile("own_test.rs", content))).isEmpty();
  }

  private static SourceFile tests(List<String> signatures, Example... examples) {
    return LANGUAGE
        .exampleTests(
            new TestBrief(
                "solution.rs",
                "solution_text_test.rs",
                List.of("add", "greet"),
                signatures,
                List.of(examples)))
        .orElseThrow();
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }
}
