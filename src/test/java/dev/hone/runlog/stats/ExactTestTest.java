package dev.hone.runlog.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExactTestTest {
  @Test
  void oneStratumIsFishersTest() {
    // The lady tasting tea (Fisher 1935), and the example of R's and SciPy's handbooks.
    assertThat(ExactTest.chance(List.of(new Stratum(3, 4, 1, 4)))).isCloseTo(0.4857, within(1e-4));
    assertThat(ExactTest.chance(List.of(new Stratum(8, 10, 1, 6))))
        .isCloseTo(0.03497, within(1e-5));
  }

  @Test
  void strataAddUp() {
    Stratum one = new Stratum(1, 1, 0, 1);

    assertThat(ExactTest.chance(List.of(one))).isCloseTo(1, within(1e-12));
    assertThat(ExactTest.chance(List.of(one, one))).isCloseTo(0.5, within(1e-12));
    assertThat(ExactTest.chance(List.of(one, one, one))).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void theEasierWorkIsNoMerit() {
    // 10 % failed of easy work and 90 % of hard work, both kinds of runs alike; together 18 and 82
    // %.
    Stratum easy = new Stratum(9, 90, 1, 10);
    Stratum hard = new Stratum(9, 10, 81, 90);

    assertThat(ExactTest.chance(List.of(easy.plus(hard)))).isLessThan(1e-15);
    assertThat(ExactTest.chance(List.of(easy, hard))).isGreaterThan(0.99);
  }

  @Test
  void nothingSharedShowsNothing() {
    assertThat(ExactTest.chance(List.of())).isEqualTo(1);
    assertThat(ExactTest.chance(List.of(new Stratum(5, 5, 0, 0), new Stratum(0, 0, 5, 5))))
        .isEqualTo(1);
    assertThat(ExactTest.chance(List.of(new Stratum(0, 7, 0, 9)))).isEqualTo(1);
  }

  @Test
  void manyRunsAreNoHarm() {
    List<Stratum> strata =
        Stream.generate(() -> new Stratum(150, 500, 155, 500)).limit(60).toList();

    assertThat(ExactTest.chance(strata)).isBetween(0.006, 0.01);
  }
}
