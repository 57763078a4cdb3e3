package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.result.Usage;
import dev.hone.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissesTest {
  private static final String NAME = "NameError: name 'math' is not defined";
  private static final Problem PROBLEM =
      new Problem(
          0,
          "own/1",
          LanguageId.PYTHON,
          "",
          new Problem.Asked("Write twice(n).", List.of()),
          new Problem.Hidden(
              "twice", List.of("solution.py"), List.of(), "true", List.of(), List.of()));

  @Test
  void whatIsSolvedIsNoMiss() {
    assertThat(of(answer(false, "TestsFailed", Failure.WRONG_ANSWER), new Verdict.Passed(), ""))
        .isEqualTo(Failure.NONE);
  }

  @Test
  void aClaimThatTestsStoodBehindIsToldFromOneThatNothingStoodBehind() {
    assertThat(of(answer(true, "Passed", Failure.NONE), new Verdict.TestsFailed(), NAME))
        .isEqualTo(Failure.WEAK_TESTS);
    assertThat(of(answer(true, "", Failure.NONE), new Verdict.TestsFailed(), NAME))
        .isEqualTo(Failure.NAME);
  }

  @Test
  void theHiddenCheckDecidesWhatTestsOfAModelCannot() {
    assertThat(
            of(answer(false, "TestsFailed", Failure.WRONG_ANSWER), new Verdict.TestsFailed(), NAME))
        .isEqualTo(Failure.NAME);
    assertThat(of(answer(false, "CompileError", Failure.TYPE), new Verdict.TestsFailed(), NAME))
        .isEqualTo(Failure.TYPE);
    assertThat(of(answer(false, "TestsFailed", Failure.TYPE), new Verdict.TimeLimitExceeded(), ""))
        .isEqualTo(Failure.TIME);
  }

  @Test
  void withoutCodeTheStrategyMayKnowWhy() {
    Verdict none = new Verdict.Unreadable();

    assertThat(of(new Answer(List.of(), false, "", Ending.FAILED, Usage.NONE), none, ""))
        .isEqualTo(Failure.NO_CODE);
    assertThat(of(answer(List.of(), Failure.CUT_OFF, LanguageId.PYTHON), none, ""))
        .isEqualTo(Failure.CUT_OFF);
  }

  @Test
  void aStrategyThatTookTheLanguageForAnotherOneMissesByThat() {
    List<SourceFile> code = List.of(new SourceFile("solution.js", "let a;\n"));

    assertThat(of(answer(code, Failure.NONE, LanguageId.JAVASCRIPT), new Verdict.TestsFailed(), ""))
        .isEqualTo(Failure.WRONG_LANGUAGE);
  }

  private static Failure of(Answer answer, Verdict check, String output) {
    return Misses.of(PROBLEM, answer, new CheckRunner.Shown(check, output));
  }

  private static Answer answer(boolean passed, String verdict, Failure failure) {
    return new Answer(
        List.of(new SourceFile("solution.py", "a = 1\n")),
        passed,
        verdict,
        Ending.ROUNDS_USED,
        Usage.NONE,
        failure,
        Optional.empty());
  }

  private static Answer answer(List<SourceFile> code, Failure failure, LanguageId language) {
    return new Answer(
        code,
        true,
        "Passed",
        Ending.SOLVED,
        Usage.NONE,
        failure,
        Optional.of(
            new Answer.Founded(
                language,
                new Item.Grounds(
                    0, 0, 1, Evidence.Basis.OWN, List.of(), 0, Evidence.Consensus.NONE),
                List.of(),
                Optional.empty())));
  }
}
