package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hone.requirement.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  @Test
  void plansOfTheRequirementsThatTheRulesWereMadeWithAreRight() {
    assertThat(LabelledPlan.seen("plans.txt")).hasSize(30);
    assertThat(wrong(LabelledPlan.seen("plans.txt"))).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void plansOfRequirementsKeptAsideAreRight() {
    assertThat(LabelledPlan.heldOut("plans.txt")).hasSize(10);
    assertThat(wrong(LabelledPlan.heldOut("plans.txt"))).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void plansInLanguagesWithTypesAreRight() {
    assertThat(LabelledPlan.seen("typed-plans.txt")).hasSize(45);
    assertThat(wrong(LabelledPlan.seen("typed-plans.txt"))).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void plansInLanguagesWithTypesThatWereKeptAsideAreRight() {
    assertThat(LabelledPlan.heldOut("typed-plans.txt")).hasSize(15);
    assertThat(wrong(LabelledPlan.heldOut("typed-plans.txt"))).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void edgeCasesComeFromTypesAndWordsAndBoundaries() {
    Plan plan = plan("Write f(xs: list[int]) -> int. It raises ValueError for at most 3 numbers.");

    assertThat(plan.edgeCases())
        .contains("the boundary 3", "nothing in the list", "zero", "invalid input")
        .doesNotContain("a missing value");
  }

  @Test
  void sentencesThatStateARuleAreTheSteps() {
    assertThat(plan("Write f(n). If n is negative, return 0. I like cats.").steps())
        .containsExactly("If n is negative, return 0.");
  }

  @Test
  void aTextOfTwoHundredKilobytesIsPlanned() {
    assertThat(plan("Write a function f(n). " + "It (is [long. ".repeat(15_000)).entryPoints())
        .containsExactly("f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It (is [long. ",
        "f(",
        "f(1, ",
        "a, ",
        "| a ",
        "<a ",
        "{",
        "x = ",
        "// ",
        "f(1) ",
        "(a)",
        "`",
        "s.f(1); // ",
        "int f(int a) ",
        "\"",
        "'a",
        "f([",
        "a::b<c>(",
        "\n>>> f(1)\n"
      })
  void aLongTextIsPlannedInEveryLanguage(String part) {
    String text = "Write a function f(n: int, " + part.repeat(200_000 / part.length()) + ")";
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (String language : List.of("go", "rust", "java", "c", "cpp", "typescript")) {
            assertThat(plan(text, language).files()).hasSize(1);
          }
        });
  }

  @Test
  void aTextWithoutANameOffersNone() {
    assertThat(plan("fizzbuzz"))
        .isEqualTo(
            new Plan(
                dev.hone.language.LanguageId.PYTHON,
                List.of(),
                List.of(),
                List.of("solution.py"),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void aTypeIsToldFromAFunctionByItsSignature() {
    assertThat(plan("Write a Rust struct `Stack` with push and pop.", "rust").offersTypes())
        .isTrue();
    assertThat(plan("Write a C++ class template `Stack<T>`.", "cpp").offersTypes()).isTrue();
    assertThat(plan("Write a Go type `Stack` with Push.", "go").offersTypes()).isTrue();
    assertThat(plan("Write `struct node *last(struct node *list)` in C.", "c").offersTypes())
        .isFalse();
    assertThat(plan("Write class `Solution` with the method `f`.", "java").offersTypes()).isFalse();
  }

  @Test
  void aJavaFileIsNamedAfterTheClassThatIsAskedFor() {
    String given = "public interface Parser { int parse(String text); }\n";
    assertThat(plan(given + "Write a class SumParser that implements Parser.", "java").files())
        .containsExactly("SumParser.java");
    assertThat(plan("Write a method `int twice(int n)`.", "java").files())
        .containsExactly("Solution.java");
  }

  @Test
  void anExampleInTheSpellingOfAnotherLanguageIsOneOfTheFunction() {
    assertThat(
            plan("Write func CountWords(s string) int. count_words(\"a b\") == 2", "go").examples())
        .extracting(dev.hone.language.Example::call)
        .containsExactly("CountWords(\"a b\")");
  }

  private static Plan plan(String text) {
    return plan(text, "python");
  }

  private static Plan plan(String text, String language) {
    return new RulePlanner()
        .plan(new Requirement(text, "", List.of()), IdiomsOnly.named(language))
        .plan();
  }

  private static List<String> wrong(List<LabelledPlan> labelled) {
    return labelled.stream()
        .filter(label -> !label.asPlanned().equals(label))
        .map(label -> label.asPlanned() + "\ninstead of " + label)
        .toList();
  }
}
