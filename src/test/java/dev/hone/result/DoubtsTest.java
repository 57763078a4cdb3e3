package dev.hone.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.suite.Origin;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoubtsTest {
  @Test
  void anExampleThatNoneMeetsIsDoubtedWhereOneMeetsTheRest() {
    assertThat(doubted("a+ b+ c-", "a+ b- c-")).containsExactly("c");
  }

  @Test
  void oneCandidateAloneDoubtsNothing() {
    assertThat(doubted("a+ b+ c-")).isEmpty();
  }

  @Test
  void theSameCodeTwiceIsOneCandidate() {
    Attempt first = attempt(1, "def f(n):\n    return n\n", "a+ b+ c-");
    Attempt second = attempt(2, "def f(n):\n    return n  # again\n", "a+ b+ c-");
    assertThat(Doubts.of(LanguageId.PYTHON, List.of(first, second))).isEmpty();
  }

  @Test
  void oneThatAnotherCandidateMeetsIsNotDoubted() {
    assertThat(doubted("a+ b+ c-", "a- b- c+")).isEmpty();
  }

  @Test
  void whereNoCandidateMeetsTheRestNothingIsDoubted() {
    assertThat(doubted("a+ b- c-", "a- b+ c-")).isEmpty();
  }

  @Test
  void theOnlyExampleIsNotDoubted() {
    assertThat(doubted("a-", "a-")).isEmpty();
  }

  @Test
  void anErrorIsNoOtherAnswer() {
    assertThat(doubted("a+ b+ c!", "a+ b+ c!")).isEmpty();
  }

  @Test
  void aTestFileOfThePersonIsNotDoubted() {
    assertThat(doubted("a+ u-", "a+ u-")).isEmpty();
  }

  @Test
  void generatedTestsAreNoExamples() {
    assertThat(doubted("a+ b+ c- g-", "a+ b+ c- g+")).containsExactly("c");
    assertThat(doubted("a+ g-", "a+ g-")).isEmpty();
  }

  private static List<String> doubted(String... outcomes) {
    List<Attempt> attempts =
        Stream.iterate(1, i -> i <= outcomes.length, i -> i + 1)
            .map(i -> attempt(i, "def f(n):\n    return %d\n".formatted(i), outcomes[i - 1]))
            .toList();
    return Doubts.of(LanguageId.PYTHON, attempts).stream().map(TestOutcome::name).toList();
  }

  private static Attempt attempt(int number, String code, String outcomes) {
    return new Attempt(
        number,
        number,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(new SourceFile("solution.py", code)),
        List.of(),
        new Judgement(
            new Verdict.TestsFailed(),
            Stream.of(outcomes.split(" ")).map(DoubtsTest::outcome).toList(),
            List.of(),
            List.of(),
            List.of()),
        Duration.ZERO);
  }

  // "a-": the example a failed, ! with an error; u is a person's own test, g a generated one.
  private static TestOutcome outcome(String word) {
    String name = word.substring(0, 1);
    Origin origin =
        switch (name) {
          case "u" -> Origin.USER;
          case "g" -> Origin.GENERATED;
          default -> Origin.TEXT;
        };
    Outcome outcome =
        switch (word.charAt(1)) {
          case '+' -> Outcome.PASSED;
          case '!' -> Outcome.ERROR;
          default -> Outcome.FAILED;
        };
    return new TestOutcome(name, origin, outcome, "");
  }
}
