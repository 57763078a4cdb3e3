package dev.hone.agent;

import static dev.hone.sandbox.ScriptedSandbox.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.agent.Mender.Judged;
import dev.hone.candidate.Candidate;
import dev.hone.language.LanguageId;
import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.plan.Plan;
import dev.hone.result.Mending;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.ScriptedSandbox;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MenderTest {
  private static final String REFUSED = "!solution.py 1";

  private final ScriptedSandbox sandbox = new ScriptedSandbox();
  private List<String> signatures = List.of();
  private Origin origin = Origin.TEXT;

  @Test
  void aCertainFaultIsMendedBeforeTheFirstRun() throws Exception {
    sandbox.then(printing("a PASSED"));
    Judged judged = judge("offer typo");
    assertThat(judged.code()).containsExactly(solution("offer right"));
    assertThat(judged.steps()).containsExactly(new Mending(List.of("no-typo"), "", List.of()));
    assertThat(judged.judgement().verdict()).isEqualTo(new Verdict.Passed());
  }

  @Test
  void whatTheCompilerRefusesIsMendedAndJudgedAgain() throws Exception {
    sandbox.then(printing(REFUSED)).then(printing("a PASSED"));
    Judged judged = judge("offer fault");
    assertThat(judged.code()).containsExactly(solution("offer right"));
    assertThat(judged.steps())
        .containsExactly(
            new Mending(List.of("no-fault"), "CompileError", List.of("solution.py:1: no")));
  }

  @Test
  void aMendingThatMakesNothingBetterIsDropped() throws Exception {
    sandbox.then(printing(REFUSED)).then(printing(REFUSED));
    Judged judged = judge("offer fault");
    assertThat(judged.code()).containsExactly(solution("offer fault"));
    assertThat(judged.steps()).isEmpty();
    assertThat(judged.judgement().verdict()).isEqualTo(new Verdict.CompileError());
  }

  @Test
  void codeThatPassesIsLeftAlone() throws Exception {
    sandbox.then(printing("a PASSED"));
    assertThat(judge("offer fault").steps()).isEmpty();
  }

  @Test
  void codeThatDeclaresSomethingElseThanAskedPassesNoTestsOfHone() throws Exception {
    signatures = List.of("asked");
    sandbox.then(printing("a PASSED"));
    Judged judged = judge("offer other");
    assertThat(judged.judgement().verdict()).isEqualTo(new Verdict.CompileError());
    assertThat(judged.judgement().errors()).first().asString().contains("asked: asked");
    assertThat(judged.judgement().passedTests()).isEqualTo(1);
  }

  @Test
  void testsOfThePersonKnowBetterThanTheTextHowTheCodeIsCalled() throws Exception {
    signatures = List.of("asked");
    origin = Origin.USER;
    sandbox.then(printing("a PASSED"));
    assertThat(judge("offer other").judgement().verdict()).isEqualTo(new Verdict.Passed());
  }

  private Judged judge(String code) throws InterruptedException {
    Suite suite =
        new Suite(
            List.of(
                new TestFile(origin, new SourceFile("test_text.py", "test a\n"), List.of("a"))));
    Mender mender =
        new Mender(
            new Judge(new Scanner(), sandbox),
            new PlainLanguage(true),
            new Plan(
                LanguageId.PYTHON,
                List.of(),
                List.of(),
                List.of("solution.py"),
                List.of(),
                List.of(),
                List.of()),
            signatures,
            suite,
            new JudgeSettings(Limits.defaults(), Set.of()));
    return mender.judge(mender.prepare(new Candidate(List.of(solution(code)))));
  }

  private static SourceFile solution(String code) {
    return new SourceFile("solution.py", code);
  }

  private static Function<Job, Execution> printing(String line) {
    return job -> ended(0, line + "\n" + job.input() + "\n");
  }
}
