package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ThreadTunerTest {
  private final ThreadTuner tuner = new ThreadTuner(2);

  @Test
  void onAQuietMachineAllThreadsStay() {
    assertThat(shareOfOne(ThreadTunerTest::quiet, 500)).isLessThan(0.02);
    assertThat(shareOfOne(ThreadTunerTest::quiet, 500)).isZero();
  }

  @Test
  void aMachineThatWasBusyFromTheBeginningIsSeenToo() {
    assertThat(shareOfOne(ThreadTunerTest::busy, 500)).isGreaterThan(0.85);
  }

  @Test
  void besideOtherWorkFewerThreadsStayWhereTheyAreQuicker() {
    shareOfOne(ThreadTunerTest::quiet, 50);
    shareOfOne(ThreadTunerTest::busy, 30);
    assertThat(shareOfOne(ThreadTunerTest::busy, 500)).isGreaterThan(0.85);
  }

  @Test
  void allThreadsComeBackWhenTheOtherWorkIsOver() {
    shareOfOne(ThreadTunerTest::quiet, 50);
    shareOfOne(ThreadTunerTest::busy, 200);
    shareOfOne(ThreadTunerTest::quiet, 300);
    assertThat(shareOfOne(ThreadTunerTest::quiet, 500)).isZero();
  }

  @Test
  void whereFewerAreNoQuickerTheyAreTriedSeldom() {
    shareOfOne(ThreadTunerTest::quiet, 50);
    assertThat(shareOfOne(ThreadTunerTest::busyAlike, 500)).isLessThan(0.15);
  }

  @Test
  void aTextThatGrowsIsNoOtherWork() {
    double[] time = {40};
    assertThat(shareOfOne(threads -> (int) (time[0] *= 1.001), 700)).isLessThan(0.02);
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

  // Milliseconds of a token by so many threads.
  private static int quiet(int threads) {
    return threads == 2 ? 40 : 55;
  }

  private static int busy(int threads) {
    return threads == 2 ? 150 : 90;
  }

  private static int busyAlike(int threads) {
    return threads == 2 ? 150 : 160;
  }
}
