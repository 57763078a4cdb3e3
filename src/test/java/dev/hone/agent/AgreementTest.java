package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.suite.Origin;
import dev.hone.suite.OutputPredictor;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final PlainLanguage LANGUAGE = new PlainLanguage();

  @Test
  void oneCandidateAloneDoubtsNothing() {
    assertThat(agreement(attempt(1, "g+ a+ b-")))
        .isEqualTo(new Agreement(LANGUAGE, Set.of(), Set.of()));
  }

  @Test
  void aTestThatNoneOfTwoCandidatesPassesIsSetAside() {
    Agreement agreement = agreement(attempt(1, "g+ a+ b-"), attempt(2, "g+ a+ b-"));
    assertThat(agreement).isEqualTo(new Agreement(LANGUAGE, Set.of("a"), Set.of("b")));
    Attempt view = agreement.view(attempt(1, "g+ a+ b-"));
    assertThat(view.judgement().verdict()).isEqualTo(new Verdict.Passed());
    assertThat(view.judgement().outcomes())
        .extracting(TestOutcome::origin)
        .containsExactly(Origin.TEXT, Origin.AGREED);
    assertThat(view.tests().getLast().file().content()).isEqualTo("test a\n");
  }

  @Test
  void theSameCodeTwiceIsOneWitness() {
    assertThat(agreement(attempt(1, "g+ a+ b-"), sameCode(2, "g+ a+ b-")).doubted()).isEmpty();
  }

  @Test
  void aCandidateThatFailsAGivenTestHasNoVoiceWhereOthersDoNot() {
    assertThat(agreement(attempt(1, "g+ a-"), attempt(2, "g- a-")).doubted()).isEmpty();
  }

  @Test
  void aGivenTestIsNeverDoubted() {
    Agreement agreement = agreement(attempt(1, "g- a+"), attempt(2, "g- a+"));
    assertThat(agreement.doubted()).isEmpty();
    assertThat(agreement.view(attempt(1, "g- a+")).judgement().verdict())
        .isEqualTo(new Verdict.TestsFailed());
  }

  @Test
  void withoutAGivenTestASuiteThatMostlyFailsIsKeptWhole() {
    assertThat(agreement(attempt(1, "a+ b- c-"), attempt(2, "a+ b- c-")).doubted()).isEmpty();
    assertThat(agreement(attempt(1, "a+ b+ c-"), attempt(2, "a+ b+ c-")).doubted())
        .containsExactly("c");
  }

  @Test
  void testsOfErrorsAreKeptWhileNoCandidatePassesAnyOfThem() {
    assertThat(agreement(attempt(1, "g+ a+ x-"), attempt(2, "g+ a+ x-")).doubted()).isEmpty();
    assertThat(agreement(attempt(1, "g+ x- y-"), attempt(2, "g+ x- y-")).doubted()).isEmpty();
  }

  @Test
  void aTestOfAnErrorIsSetAsideWhereAnotherIsPassed() {
    assertThat(agreement(attempt(1, "g+ a+ x- y+"), attempt(2, "g+ a+ x- y-")).doubted())
        .containsExactly("x");
  }

  @Test
  void aTestOfAnErrorIsKeptWhereCandidatesEndWithAnotherError() {
    assertThat(agreement(attempt(1, "g+ a+ x! y+"), attempt(2, "g+ a+ x! y+")).doubted()).isEmpty();
    assertThat(agreement(attempt(1, "g+ a! b+"), attempt(2, "g+ a! b+")).doubted())
        .containsExactly("a");
  }

  @Test
  void aPredictionIsASecondVoice() {
    Agreement agreement = agreement(predicted("g+ a+ b+ c-"));
    assertThat(agreement).isEqualTo(new Agreement(LANGUAGE, Set.of("a", "b"), Set.of("c")));
    assertThat(agreement.view(predicted("g+ a+ b+ c-")).judgement().verdict())
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void whereMostPredictionsAreMissedTheCandidateIsNotBelieved() {
    assertThat(agreement(predicted("g+ a+ b-")))
        .isEqualTo(new Agreement(LANGUAGE, Set.of("a"), Set.of()));
    assertThat(agreement(predicted("g+ a+ b-"), attempt(2, "g+ a+ b-")).doubted())
        .containsExactly("b");
  }

  @Test
  void aPredictedValueWhereTheOnlyCandidateCrashesStands() {
    assertThat(agreement(predicted("g+ a+ b+ c!")).doubted()).isEmpty();
    assertThat(agreement(predicted("g+ a+ b+ c!"), attempt(2, "g+ a+ b+ c!")).doubted())
        .containsExactly("c");
  }

  private static Agreement agreement(Attempt... attempts) {
    return Agreement.of(LANGUAGE, List.of(attempts));
  }

  private static Attempt attempt(int round, String outcomes) {
    return attempt(round, "offer f" + round, outcomes);
  }

  private static Attempt predicted(String outcomes) {
    Attempt attempt = attempt(1, outcomes);
    return new Attempt(
        attempt.number(),
        attempt.round(),
        attempt.startedAt(),
        List.of(
            new Exchange(
                "tests",
                new Prompt(OutputPredictor.PROMPT, "", List.of()),
                new Reply("1", FinishReason.STOP, 1, 0, 1, Duration.ZERO, Duration.ZERO))),
        attempt.mendings(),
        attempt.code(),
        attempt.tests(),
        attempt.judgement(),
        attempt.time());
  }

  private static Attempt sameCode(int round, String outcomes) {
    return attempt(round, "offer f1", outcomes);
  }

  // "g+ a- x!": the given test g passed, the generated test a failed, x ended with an error and
  // asks for one
  private static Attempt attempt(int round, String code, String words) {
    List<TestOutcome> outcomes =
        List.of(words.split(" ")).stream().map(AgreementTest::outcome).toList();
    boolean passed = outcomes.stream().allMatch(TestOutcome::passed);
    List<String> generated =
        outcomes.stream()
            .filter(outcome -> outcome.origin() == Origin.GENERATED)
            .map(TestOutcome::name)
            .toList();
    String tests = String.join("\n", generated.stream().map(name -> "test " + name).toList());
    return new Attempt(
        round,
        round,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(new SourceFile("solution.py", code)),
        List.of(
            new TestFile(
                Origin.GENERATED,
                new SourceFile("test_made.py", tests),
                generated,
                generated.stream()
                    .collect(Collectors.toMap(name -> name, AgreementTest::example)))),
        new Judgement(
            passed ? new Verdict.Passed() : new Verdict.TestsFailed(),
            outcomes,
            List.of(),
            List.of(),
            List.of()),
        Duration.ZERO);
  }

  private static Example example(String name) {
    Example.Kind kind = "xyz".contains(name) ? Example.Kind.RAISES : Example.Kind.RETURNS;
    return new Example(kind, List.of(), name + "()", "1", name + "() == 1");
  }

  private static TestOutcome outcome(String word) {
    Origin origin = word.startsWith("g") ? Origin.TEXT : Origin.GENERATED;
    Outcome outcome =
        switch (word.charAt(1)) {
          case '+' -> Outcome.PASSED;
          case '!' -> Outcome.ERROR;
          default -> Outcome.FAILED;
        };
    return new TestOutcome(word.substring(0, 1), origin, outcome, "");
  }
}
