package dev.hone.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.result.Evidence.Basis;
import dev.hone.verdict.mutation.MutationScore;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfidenceTest {
  @ParameterizedTest
  @EnumSource(names = {"GIVEN", "AGREED", "OWN"})
  void everyKindOfPassHasOne(Basis basis) {
    assertThat(confidence(basis, 2).orElseThrow().value()).isBetween(0.3, 0.99);
  }

  @Test
  void whatPersonsGaveProvesMostAndThePassesOfItsOwnTestsLeast() {
    assertThat(confidence(Basis.GIVEN, 2).orElseThrow().value())
        .isGreaterThan(confidence(Basis.OWN, 2).orElseThrow().value());
  }

  @Test
  void whoStandsAloneAmongOthersIsLessSure() {
    assertThat(given(new Evidence.Consensus(3, 1)).value())
        .isLessThan(given(new Evidence.Consensus(3, 2)).value());
    assertThat(given(new Evidence.Consensus(3, 2))).isEqualTo(given(Evidence.Consensus.NONE));
    assertThat(given(new Evidence.Consensus(1, 1))).isEqualTo(given(Evidence.Consensus.NONE));
  }

  private static Confidence given(Evidence.Consensus consensus) {
    return Confidence.of(new Evidence(Basis.GIVEN, 2, 2, 0, 0, 0, MutationScore.NONE, consensus))
        .orElseThrow();
  }

  @Test
  void aMissedTestLeavesNone() {
    assertThat(confidence(Basis.GIVEN, 1)).isEmpty();
  }

  @Test
  void noTestLeavesNone() {
    assertThat(
            Confidence.of(
                new Evidence(
                    Basis.NONE, 0, 0, 0, 0, 0, MutationScore.NONE, Evidence.Consensus.NONE)))
        .isEmpty();
  }

  private static Optional<Confidence> confidence(Basis basis, int passed) {
    return basis == Basis.GIVEN
        ? Confidence.of(
            new Evidence(basis, passed, 2, 0, 0, 0, MutationScore.NONE, Evidence.Consensus.NONE))
        : Confidence.of(
            new Evidence(basis, 0, 0, passed, 2, 0, MutationScore.NONE, Evidence.Consensus.NONE));
  }
}
