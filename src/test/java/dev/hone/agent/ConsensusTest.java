package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.result.Attempt;
import dev.hone.result.Evidence;
import dev.hone.verdict.Behaviour;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  private static final Behaviour FAILS = new Behaviour(Map.of("c", new Behaviour.Result.Failed()));
  private static final Behaviour DOES_NOTHING = new Behaviour(Map.of());

  private final Consensus consensus = new Consensus();

  @Test
  void whoDoesTheSameIsAlike() {
    consensus.add(1, "a", returns(1));
    consensus.add(2, "b", returns(2));
    consensus.add(3, "c", returns(1));
    assertThat(consensus.alike(attempt(1))).isEqualTo(2);
    assertThat(consensus.alike(attempt(2))).isEqualTo(1);
    assertThat(consensus.alike(attempt(4))).isZero();
  }

  @Test
  void theSameCodeIsAlikeEachTimeButNoFurtherCandidate() {
    consensus.add(1, "a", returns(1));
    consensus.add(2, "a", returns(1));
    consensus.add(3, "b", FAILS);
    assertThat(consensus.alike(attempt(1))).isEqualTo(2);
    assertThat(consensus.around(attempt(1))).isEqualTo(new Evidence.Consensus(2, 1));
    assertThat(consensus.around(attempt(4))).isEqualTo(Evidence.Consensus.NONE);
  }

  @Test
  void aSecondOpinionIsWantedAndWhereThatDiffersAThird() {
    consensus.add(1, "a", returns(1));
    assertThat(consensus.isOpen(attempt(1))).isTrue();
    consensus.add(2, "b", returns(2));
    assertThat(consensus.isOpen(attempt(1))).isTrue();
    consensus.add(3, "c", FAILS);
    assertThat(consensus.isOpen(attempt(1))).isFalse();
  }

  @Test
  void twoThatDoTheSameAreEnough() {
    consensus.add(1, "a", returns(1));
    consensus.add(2, "b", returns(1));
    assertThat(consensus.isOpen(attempt(1))).isFalse();
  }

  @Test
  void whereNothingCanBeComparedNoOpinionIsWanted() {
    consensus.add(1, "a", DOES_NOTHING);
    assertThat(consensus.isOpen(attempt(1))).isFalse();
    assertThat(consensus.isOpen(attempt(2))).isFalse();
  }

  @Test
  void whatCannotBeComparedStandsNeitherAloneNorWithOthers() {
    consensus.add(1, "a", DOES_NOTHING);
    consensus.add(2, "b", DOES_NOTHING);
    assertThat(consensus.around(attempt(1))).isEqualTo(Evidence.Consensus.NONE);
    consensus.add(3, "c", returns(1));
    assertThat(consensus.around(attempt(3))).isEqualTo(new Evidence.Consensus(1, 1));
    assertThat(consensus.around(attempt(3)).isAlone()).isFalse();
    consensus.add(4, "d", returns(2));
    assertThat(consensus.around(attempt(3))).isEqualTo(new Evidence.Consensus(2, 1));
    assertThat(consensus.around(attempt(3)).isAlone()).isTrue();
  }

  @Test
  void whatTwoDifferentCandidatesDoIsShared() {
    consensus.add(1, "a", returns(1));
    consensus.add(2, "a", returns(1));
    assertThat(consensus.shared(attempt(1))).isEmpty();
    consensus.add(3, "b", returns(2));
    assertThat(consensus.shared(attempt(3))).isEmpty();
    consensus.add(4, "c", returns(1));
    assertThat(consensus.shared(attempt(1))).isEqualTo(returns(1).results());
    assertThat(consensus.shared(attempt(5))).isEmpty();
  }

  @Test
  void aCallOfWhichOnlyOneHasAResultIsNotShared() {
    consensus.add(1, "a", new Behaviour(Map.of("c", new Behaviour.Result.Failed())));
    consensus.add(
        2,
        "b",
        new Behaviour(
            Map.of("c", new Behaviour.Result.Failed(), "d", new Behaviour.Result.Failed())));
    assertThat(consensus.shared(attempt(2))).containsOnlyKeys("c");
  }

  static Behaviour returns(int value) {
    return BehaviourSamples.returning("c", value);
  }

  private static Attempt attempt(int number) {
    return new Attempt(
        number,
        number,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Judgement(new Verdict.Passed(), List.of(), List.of(), List.of(), List.of()),
        Duration.ZERO);
  }
}
