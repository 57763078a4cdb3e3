package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.Hone;
import dev.hone.JudgeRequest;
import dev.hone.result.Failure;
import dev.hone.result.FailureClassifier;
import dev.hone.verdict.PreparedCandidates.Case;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The classes of prepared candidates of every language, by what the real toolchains say of them.
class PreparedFailuresIT {
  private static final Path ROOT =
      Path.of("src", "test", "resources", "dev", "hone", "verdict", "prepared");
  // Limits have their verdicts, which other tests look at.
  private static final Map<String, Failure> CLASSES =
      Map.of(
          "wrong-answer", Failure.WRONG_ANSWER,
          "compile-error", Failure.COMPILE,
          "missing-import", Failure.NAME);

  @TestFactory
  Stream<DynamicTest> candidatesGetTheClassOfTheirName() throws Exception {
    Hone hone = KeptToolchains.hone();
    List<DynamicTest> tests = new ArrayList<>();
    for (PreparedCandidates prepared : PreparedCandidates.below(ROOT)) {
      for (Case one : prepared.cases()) {
        if (hone.languages().contains(prepared.language())
            && expected(prepared, one) != Failure.NONE) {
          tests.add(
              DynamicTest.dynamicTest(
                  prepared.language().id() + " " + one.name(),
                  () -> classified(hone, prepared, one)));
        }
      }
    }
    return tests.stream().onClose(hone::close);
  }

  // JavaScript finds out at the call what others find out before.
  private static Failure expected(PreparedCandidates prepared, Case one) {
    if (one.name().equals("type-error")) {
      return prepared.language().id().equals("javascript") ? Failure.NAME : Failure.TYPE;
    }
    return CLASSES.getOrDefault(one.name(), Failure.NONE);
  }

  private static void classified(Hone hone, PreparedCandidates prepared, Case one)
      throws Exception {
    Judgement judgement =
        KeptToolchains.judged(
            hone,
            new JudgeRequest(
                prepared.language(),
                one.code(),
                prepared.tests(),
                Set.of(),
                Duration.ofMinutes(1),
                List.of()));

    assertThat(new FailureClassifier(prepared.language(), List.of()).of(judgement))
        .as(judgement.diagnostics() + "\n" + String.join("\n", judgement.errors()))
        .isEqualTo(expected(prepared, one));
  }
}
