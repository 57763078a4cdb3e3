package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Exchange;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyTest {
  private final History history = new History();
  private double likelihood = 1;

  @Test
  void itBeginsWithAFreshCandidate() {
    assertThat(next(3)).isEqualTo(new Step.Fresh(0));
  }

  @Test
  void aPassEndsTheRun() {
    attempt("code", "a", new Verdict.Passed(), Outcome.PASSED);
    assertThat(next(3)).isEqualTo(new Step.Stop(Ending.SOLVED));
  }

  @Test
  void theLastRoundEndsTheRun() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    assertThat(next(1)).isEqualTo(new Step.Stop(Ending.ROUNDS_USED));
  }

  @Test
  void aWrongValueIsMetWithAFreshCandidate() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    assertThat(next(3)).isEqualTo(new Step.Fresh(1));
  }

  @Test
  void anErrorInATestIsRepaired() {
    Attempt crashed = attempt("code", "a", new Verdict.TestsFailed(), Outcome.ERROR);
    assertThat(next(3)).isEqualTo(new Step.Repair(crashed));
  }

  @Test
  void twoFreshCandidatesThatMissAGivenTestAreFollowedByOneThatIsToldSo() {
    Attempt better =
        attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED, Outcome.FAILED);
    attempt("code", "b", new Verdict.TestsFailed(), Outcome.FAILED, Outcome.FAILED);
    assertThat(next(3)).isEqualTo(new Step.Watch(2, better));
  }

  @Test
  void afterACandidateThatWasToldSoComesOneThatWasNot() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    attempt("code", "b", new Verdict.TestsFailed(), Outcome.FAILED);
    attempt("code", "c", new Verdict.TestsFailed(), Outcome.FAILED);
    assertThat(next(9)).isEqualTo(new Step.Fresh(3));
  }

  @Test
  void twoFreshCandidatesThatMissOnlyTheErrorsAskedForAreFollowedByARepair() {
    Attempt first = missingError(attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED));
    Attempt second = missingError(attempt("code", "b", new Verdict.TestsFailed(), Outcome.PASSED));
    History missing = new History();
    missing.add(first);
    missing.add(second);
    Agreement agreement = Agreement.of(new PlainLanguage(), missing.attempts());
    assertThat(new Strategy(new Rounds(3, false)).next(missing, agreement))
        .isEqualTo(new Step.Repair(first));
  }

  @Test
  void codeThatPassesAllGivenTestsIsNotCorrectedForAGeneratedOne() {
    Attempt right = attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED);
    TestOutcome crash = new TestOutcome("g", Origin.GENERATED, Outcome.ERROR, "");
    Judgement judgement = right.judgement();
    History doubted = new History();
    doubted.add(
        new Attempt(
            1,
            1,
            Instant.EPOCH,
            List.of(),
            List.of(),
            right.code(),
            List.of(),
            new Judgement(
                judgement.verdict(),
                List.of(judgement.outcomes().getFirst(), crash),
                List.of(),
                List.of(),
                List.of()),
            Duration.ZERO));
    assertThat(new Strategy(new Rounds(3, false)).next(doubted, agreement()))
        .isEqualTo(new Step.Fresh(1));
  }

  @Test
  void codeThatDoesNotCompileIsRepaired() {
    Attempt broken = attempt("code", "a", new Verdict.CompileError());
    assertThat(next(3)).isEqualTo(new Step.Repair(broken));
  }

  @Test
  void anUnreadableReplyIsAskedForAgain() {
    attempt("code", "", new Verdict.Unreadable());
    assertThat(next(3)).isEqualTo(new Step.Fresh(1));
  }

  @Test
  void afterTwoRepairsOfOneLineComesAFreshStart() {
    attempt("code", "a", new Verdict.CompileError());
    attempt("repair", "b", new Verdict.CompileError());
    attempt("repair", "c", new Verdict.CompileError());
    assertThat(next(9)).isEqualTo(new Step.Fresh(1));
  }

  @Test
  void aRepairThatGaveTheSameCodeIsNotAskedForAgain() {
    attempt("code", "a", new Verdict.CompileError());
    attempt("repair", "a", new Verdict.CompileError());
    assertThat(next(9)).isEqualTo(new Step.Fresh(1));
  }

  @Test
  void aRepairAfterWhichTheToolSaysTheSameIsFollowedByAFreshStart() {
    broken("code", "a", "solution.rs:3: E0308: mismatched types");
    broken("repair", "b", "solution.rs:4: E0308: mismatched types");
    assertThat(next(9)).isEqualTo(new Step.Fresh(1));
  }

  @Test
  void aRepairAfterWhichTheToolSaysSomethingElseIsRepaired() {
    broken("code", "a", "solution.rs:3: E0308: mismatched types");
    Attempt other = broken("repair", "b", "solution.rs:3: E0384: cannot assign twice");
    assertThat(next(9)).isEqualTo(new Step.Repair(other));
  }

  @Test
  void aRepairThatLosesAPassedTestIsNotRepairedFurther() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED, Outcome.ERROR);
    attempt("repair", "b", new Verdict.TestsFailed(), Outcome.ERROR, Outcome.ERROR);
    assertThat(next(9)).isEqualTo(new Step.Fresh(1));
  }

  @Test
  void theSameCodeAgainAndAgainIsNoProgress() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    assertThat(next(9)).isEqualTo(new Step.Stop(Ending.NO_PROGRESS));
  }

  @Test
  void threeCandidatesThatDoTheSameAndNotWhatTheModelsTestsSayEndTheRun() {
    written("a", "f(1) returned 2, expected 3");
    written("b", "f(1) returned 2, expected 3");
    written("b", "f(1) returned 2, expected 3");
    assertThat(next(9)).isInstanceOf(Step.Fresh.class);
    written("c", "f(1) returned 2, expected 3");
    assertThat(next(9)).isEqualTo(new Step.Stop(Ending.NO_PROGRESS));
  }

  @Test
  void candidatesThatFailInDifferentWaysDoNot() {
    written("a", "f(1) returned 2, expected 3");
    written("b", "f(1) returned 4, expected 3");
    written("c", "f(1) returned 2, expected 3");
    assertThat(next(9)).isEqualTo(new Step.Fresh(3));
  }

  @Test
  void theBestAttemptIsNeverLost() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED, Outcome.FAILED);
    attempt("repair", "b", new Verdict.CompileError());
    assertThat(history.best(agreement()).orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void theEarlierOfEqualsIsBest() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED, Outcome.FAILED);
    attempt("code", "b", new Verdict.TestsFailed(), Outcome.FAILED, Outcome.PASSED);
    assertThat(
            history
                .best(new Agreement(new PlainLanguage(), java.util.Set.of(), java.util.Set.of()))
                .orElseThrow()
                .number())
        .isEqualTo(1);
  }

  @Test
  void aPassOfASmallModelByFewTestsIsHeldAgainstAnotherReading() {
    attempt("code", "a", new Verdict.Passed(), Outcome.PASSED);
    history.consensus().add(1, "a", BehaviourSamples.returning("c", 1));
    assertThat(next(new Rounds(3, true))).isEqualTo(new Step.Confirm(1));
    assertThat(next(new Rounds(3, false))).isEqualTo(new Step.Stop(Ending.SOLVED));
    assertThat(next(new Rounds(1, true))).isEqualTo(new Step.Stop(Ending.SOLVED));
  }

  @Test
  void aPassByTestsEnoughEndsTheRun() {
    attempt("code", "a", new Verdict.Passed(), Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
    history.consensus().add(1, "a", BehaviourSamples.returning("c", 1));
    assertThat(next(new Rounds(3, true))).isEqualTo(new Step.Stop(Ending.SOLVED));
  }

  @Test
  void aPassOfCodeThatTheModelWasUnsureOfIsHeldAgainstAnotherReading() {
    likelihood = 0.009;
    attempt("code", "a", new Verdict.Passed(), Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
    history.consensus().add(1, "a", BehaviourSamples.returning("c", 1));
    assertThat(next(new Rounds(3, true))).isEqualTo(new Step.Confirm(1));
    assertThat(next(new Rounds(3, false))).isEqualTo(new Step.Stop(Ending.SOLVED));
  }

  @Test
  void howSureAModelWasOfItsTestsDoesNotMatter() {
    likelihood = 0.009;
    attempt("tests", "a", new Verdict.Passed(), Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
    history.consensus().add(1, "a", BehaviourSamples.returning("c", 1));
    assertThat(next(new Rounds(3, true))).isEqualTo(new Step.Stop(Ending.SOLVED));
  }

  @Test
  void whatTwoReadingsDoIsBelievedBeforeWhatCameFirst() {
    attempt("code", "a", new Verdict.Passed(), Outcome.PASSED);
    attempt("code", "b", new Verdict.Passed(), Outcome.PASSED);
    history.consensus().add(1, "a", BehaviourSamples.returning("c", 1));
    history.consensus().add(2, "b", BehaviourSamples.returning("c", 2));
    assertThat(next(new Rounds(3, true))).isEqualTo(new Step.Confirm(2));
    attempt("code", "c", new Verdict.Passed(), Outcome.PASSED);
    history.consensus().add(3, "c", BehaviourSamples.returning("c", 2));
    assertThat(next(new Rounds(3, true))).isEqualTo(new Step.Stop(Ending.SOLVED));
    assertThat(history.best(agreement()).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void afterThreeFurtherReadingsAPassIsTakenAsItIs() {
    attempt("code", "a", new Verdict.Passed(), Outcome.PASSED);
    history.consensus().add(1, "a", BehaviourSamples.returning("c", 1));
    for (String other : List.of("b", "c", "d")) {
      assertThat(next(new Rounds(9, true))).isInstanceOf(Step.Confirm.class);
      attempt("code", other, new Verdict.CompileError());
    }
    assertThat(next(new Rounds(9, true))).isEqualTo(new Step.Stop(Ending.SOLVED));
  }

  // The attempt with a generated test besides that asks for an error and fails.
  private static Attempt missingError(Attempt attempt) {
    TestOutcome missed = new TestOutcome("e", Origin.GENERATED, Outcome.FAILED, "");
    Judgement judgement = attempt.judgement();
    return new Attempt(
        attempt.number(),
        attempt.round(),
        attempt.startedAt(),
        attempt.exchanges(),
        attempt.mendings(),
        attempt.code(),
        List.of(
            new TestFile(
                Origin.GENERATED,
                new SourceFile("test_e", "e"),
                List.of("e"),
                Map.of("e", new Example(Example.Kind.RAISES, List.of(), "e()", "E", "")))),
        new Judgement(
            judgement.verdict(),
            List.of(judgement.outcomes().getFirst(), missed),
            List.of(),
            List.of(),
            List.of()),
        attempt.time());
  }

  @Test
  void aModelThatTakesOverBeginsWithTheBestCodeSoFar() {
    Attempt better =
        attempt("code", "a", new Verdict.TestsFailed(), Outcome.PASSED, Outcome.FAILED);
    attempt("code", "b", new Verdict.TestsFailed(), Outcome.FAILED, Outcome.FAILED);
    Rounds after = new Rounds(1, true).after(history, false);
    assertThat(next(after)).isEqualTo(new Step.Repair(better));
    attempt("repair", "c", new Verdict.TestsFailed(), Outcome.FAILED, Outcome.FAILED);
    assertThat(next(after)).isEqualTo(new Step.Stop(Ending.ROUNDS_USED));
  }

  @Test
  void aModelThatTakesOverWhereThereIsNoCodeBeginsAfresh() {
    attempt("code", "", new Verdict.Unreadable());
    assertThat(next(new Rounds(1, true).after(history, false))).isEqualTo(new Step.Fresh(0));
  }

  @Test
  void theSameModelGoesOnAsIfItsRoundsHadBeenMore() {
    attempt("code", "a", new Verdict.TestsFailed(), Outcome.FAILED);
    attempt("code", "b", new Verdict.TestsFailed(), Outcome.FAILED);
    attempt("code", "c", new Verdict.TestsFailed(), Outcome.FAILED);
    assertThat(next(3)).isEqualTo(new Step.Stop(Ending.ROUNDS_USED));
    assertThat(next(new Rounds(1, false, 3, 3, 0))).isEqualTo(new Step.Fresh(3));
  }

  @Test
  void aRunThatGoesOnIsNotEndedByRepeatsOfBefore() {
    attempt("code", "a", new Verdict.CompileError());
    attempt("repair", "a", new Verdict.CompileError());
    attempt("repair", "a", new Verdict.CompileError());
    assertThat(next(9)).isEqualTo(new Step.Stop(Ending.NO_PROGRESS));
    Rounds further = new Rounds(3, false, 3, 3, 0);
    assertThat(next(further)).isEqualTo(new Step.Fresh(1));
    attempt("code", "a", new Verdict.CompileError());
    assertThat(next(further)).isEqualTo(new Step.Fresh(2));
    attempt("code", "a", new Verdict.CompileError());
    assertThat(next(further)).isEqualTo(new Step.Stop(Ending.NO_PROGRESS));
  }

  private Step next(int rounds) {
    return next(new Rounds(rounds, false));
  }

  private Step next(Rounds rounds) {
    return new Strategy(rounds).next(history, agreement());
  }

  private Agreement agreement() {
    return Agreement.of(new PlainLanguage(), history.attempts());
  }

  private void written(String code, String message) {
    logged(
        "code",
        code,
        new Verdict.TestsFailed(),
        List.of(new TestOutcome("g", Origin.GENERATED, Outcome.FAILED, message)),
        List.of());
  }

  private Attempt broken(String role, String code, String error) {
    return logged(role, code, new Verdict.CompileError(), List.of(), List.of(error));
  }

  private Attempt attempt(String role, String code, Verdict verdict, Outcome... outcomes) {
    List<TestOutcome> tests = new java.util.ArrayList<>();
    for (Outcome outcome : outcomes) {
      tests.add(new TestOutcome("t" + tests.size(), Origin.TEXT, outcome, ""));
    }
    return logged(role, code, verdict, tests, List.of());
  }

  private Attempt logged(
      String role, String code, Verdict verdict, List<TestOutcome> tests, List<String> errors) {
    Exchange exchange =
        new Exchange(
            role,
            new Prompt("p", "h", List.of()),
            new Reply("", FinishReason.STOP, 1, 0, 1, Duration.ZERO, Duration.ZERO)
                .withLogprobs(List.of(new Logprob("", Math.log(likelihood)))));
    Attempt attempt =
        new Attempt(
            history.attempts().size() + 1,
            history.attempts().size() + 1,
            Instant.EPOCH,
            List.of(exchange),
            List.of(),
            code.isEmpty() ? List.of() : List.of(new SourceFile("solution.py", code)),
            List.of(),
            new Judgement(verdict, tests, List.of(), errors, List.of()),
            Duration.ZERO);
    history.add(attempt);
    return attempt;
  }
}
