package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @Test
  void votedTestsOutweighNoTestThatIsMissed() {
    attempt(new Verdict.TestsFailed(), 0, Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
    attempt(new Verdict.TestsFailed(), 5, Outcome.PASSED, Outcome.FAILED, Outcome.FAILED);
    assertThat(best()).isEqualTo(1);
  }

  @Test
  void ofEqualsTheOneWithVotedTestsIsTheAnswer() {
    attempt(new Verdict.Passed(), 0, Outcome.PASSED);
    attempt(new Verdict.Passed(), 2, Outcome.PASSED);
    attempt(new Verdict.Passed(), 2, Outcome.PASSED);
    assertThat(best()).isEqualTo(2);
  }

  private int best() {
    return history
        .best(new Agreement(new PlainLanguage(), Set.of(), Set.of()))
        .orElseThrow()
        .number();
  }

  private void attempt(Verdict verdict, int voted, Outcome... outcomes) {
    List<TestOutcome> all = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      all.add(new TestOutcome("t" + all.size(), Origin.TEXT, outcome, ""));
    }
    List<String> names = IntStream.range(0, voted).mapToObj(i -> "v" + i).toList();
    names.forEach(name -> all.add(new TestOutcome(name, Origin.AGREED, Outcome.PASSED, "")));
    history.add(
        new Attempt(
            history.attempts().size() + 1,
            1,
            Instant.EPOCH,
            List.of(),
            List.of(),
            List.of(),
            List.of(new TestFile(Origin.AGREED, new SourceFile("test_agreed.py", ""), names)),
            new Judgement(verdict, all, List.of(), List.of(), List.of()),
            Duration.ZERO));
  }
}
