package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.Hone;
import dev.hone.JudgeRequest;
import dev.hone.verdict.PreparedCandidates.Case;
import dev.hone.verdict.PreparedCandidates.Label;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Judges prepared candidates of every language as the command line does: by the real toolchain in
/// the real sandbox. A language whose toolchain is missing here is skipped and says why.
class PreparedCandidatesIT {
  private static final Path ROOT =
      Path.of("src", "test", "resources", "dev", "hone", "verdict", "prepared");
  // What never ends is cut short; the rest has time enough also where other work is going on.
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final Duration SHORT_TIME = Duration.ofSeconds(8);

  @TestFactory
  Stream<DynamicContainer> candidatesGetTheVerdictOfTheirLabel() throws Exception {
    Hone hone = KeptToolchains.hone();
    return PreparedCandidates.below(ROOT).stream()
        .filter(prepared -> hone.languages().contains(prepared.language()))
        .map(prepared -> container(hone, prepared))
        .onClose(hone::close);
  }

  private static DynamicContainer container(Hone hone, PreparedCandidates prepared) {
    return DynamicContainer.dynamicContainer(
        prepared.language().id(),
        Stream.concat(
            Stream.of(DynamicTest.dynamicTest("every case is there", () -> complete(prepared))),
            PreparedCandidates.CASES.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> judged(hone, prepared, name)))));
  }

  private static void complete(PreparedCandidates prepared) throws Exception {
    assertThat(prepared.cases().stream().map(Case::name))
        .containsExactlyInAnyOrderElementsOf(PreparedCandidates.CASES);
  }

  private static void judged(Hone hone, PreparedCandidates prepared, String name) throws Exception {
    Case prepare =
        prepared.cases().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Judgement judgement = judge(hone, prepared, prepare);
    // A limit ends the run at a moment of its own: which tests come before it is not always known.
    List<String> failing = prepare.label().failing().isEmpty() ? List.of() : failing(judgement);
    assertThat(new Label(judgement.verdict().id(), failing))
        .as(String.join("\n", judgement.errors()))
        .isEqualTo(prepare.label());
  }

  private static Judgement judge(Hone hone, PreparedCandidates prepared, Case prepare)
      throws Exception {
    Duration time = prepare.label().verdict().equals("TimeLimitExceeded") ? SHORT_TIME : TIME;
    return KeptToolchains.judged(
        hone,
        new JudgeRequest(
            prepared.language(), prepare.code(), prepared.tests(), Set.of(), time, List.of()));
  }

  private static List<String> failing(Judgement judgement) {
    return judgement.outcomes().stream()
        .filter(outcome -> !outcome.passed())
        .map(TestOutcome::name)
        .toList();
  }
}
