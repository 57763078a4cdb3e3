package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ThreadTunerTest {
  private static final IntUnaryOperator QUIET = threads -> threads == 2 ? 40 : 55;
  private static final IntUnaryOperator BUSY = threads -> threads == 2 ? 150 : 90;
  private static final IntUnaryOperator BUSY_ALIKE = threads -> threads == 2 ? 150 : 160;

  private final ThreadTuner tuner = new ThreadTuner(2);

  @Test
  void onAQuietMachineAllThreadsStay() {
    assertThat(shareOfOne(QUIET, 500)).isLessThan(0.02);
    assertThat(shareOfOne(QUIET, 500)).isZero();
  }

  @Test
  void aMachineThatWasBusyFromTheBeginningIsSeenToo() {
    assertThat(shareOfOne(BUSY, 500)).isGreaterThan(0.85);
  }

  @Test
  void besideOtherWorkFewerThreadsStayWhereTheyAreQuicker() {
    shareOfOne(QUIET, 50);
    shareOfOne(BUSY, 30);
    assertThat(shareOfOne(BUSY, 500)).isGreaterThan(0.85);
  }

  @Test
  void allThreadsComeBackWhenTheOtherWorkIsOver() {
    shareOfOne(QUIET, 50);
    shareOfOne(BUSY, 200);
    shareOfOne(QUIET, 300);
    assertThat(shareOfOne(QUIET, 500)).isZero();
  }

  @Test
  void whereFewerAreNoQuickerTheyAreTriedSeldom() {
    shareOfOne(QUIET, 50);
    assertThat(shareOfOne(BUSY_ALIKE, 500)).isLessThan(0.15);
  }

  @Test
  void aTextThatGrowsIsNoOtherWork() {
    double[] time = {40};
    assertThat(shareOfOne(threads -> (int) (time[0] *= 1.001), 700))
        .isLessThan(0.02);
  }

  @Test
  void oneThreadIsLeftAlone() {
    ThreadTuner one = new ThreadTuner(1);
    for (int i = 0; i < 100; i++) {
      assertThat(one.add(i < 50 ? 10 : 100)).isFalse();
    }
  }

  // Which share of some tokens one thread generates.
  private double shareOfOne(IntUnaryOperator milliseconds, int tokens) {
    int ones = 0;
    for (int i = 0; i < tokens; i++) {
      ones += tuner.threads() == 1 ? 1 : 0;
      tuner.add(milliseconds.applyAsInt(tuner.threads()) * 1_000_000L);
    }
    return (double) ones / tokens;
  }
}
