package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrimTest {
  private static final List<String> FAILURES =
      List.of("a failed\n" + "x\n".repeat(20), "b failed: " + "y".repeat(500), "c", "d", "e");

  @Test
  void nothingIsCutWhereThereIsRoom() {
    assertThat(Trim.NOTHING.of(FAILURES)).isEqualTo(FAILURES);
  }

  @Test
  void ofLongOutputsTheFirstLinesStay() {
    assertThat(Trim.LONG_OUTPUTS.of(FAILURES))
        .containsExactly(
            "a failed\n" + "x\n".repeat(7) + "[… 13 more lines]",
            "b failed: " + "y".repeat(290) + " …",
            "c",
            "d",
            "e");
  }

  @Test
  void ofManyFailuresTheFirstStay() {
    List<String> shown = Trim.FURTHER_FAILURES.of(FAILURES);

    assertThat(shown).hasSize(4).endsWith("c", "[… 2 more failures]");
    assertThat(Trim.FILES.of(FAILURES)).isEqualTo(shown);
  }
}
