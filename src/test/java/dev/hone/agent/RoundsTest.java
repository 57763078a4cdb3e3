package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
  @Test
  void aRoundOfASmallModelHoldsOneMoreThanTheOneBeforeUpToThree() {
    assertThat(rounds(new Rounds(4, true))).containsExactly(1, 2, 2, 3, 3, 3, 4, 4, 4);
  }

  @Test
  void aRoundOfALargeModelHoldsOne() {
    assertThat(rounds(new Rounds(3, false))).containsExactly(1, 2, 3);
  }

  @Test
  void oneRoundIsOneCandidate() {
    assertThat(new Rounds(1, true).attempts()).isEqualTo(1);
  }

  @Test
  void aModelThatTakesOverCountsOn() {
    Rounds after = new Rounds(2, false, 3, 2);
    assertThat(after.attempts()).isEqualTo(5);
    assertThat(IntStream.of(4, 5).map(after::of)).containsExactly(3, 4);
  }

  private static int[] rounds(Rounds rounds) {
    return IntStream.rangeClosed(1, rounds.attempts()).map(rounds::of).toArray();
  }
}
