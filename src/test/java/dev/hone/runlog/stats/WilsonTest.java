package dev.hone.runlog.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void theIntervalIsWilsons() {
    Wilson half = Wilson.of(5, 10);
    assertThat(half.low()).isCloseTo(0.2366, within(0.0001));
    assertThat(half.high()).isCloseTo(0.7634, within(0.0001));
    assertThat(Wilson.of(0, 10).low()).isZero();
    assertThat(Wilson.of(10, 10).low()).isCloseTo(0.7225, within(0.0001));
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
  }
}
