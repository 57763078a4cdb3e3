package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.lang.foreign.MemorySegment;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TokenChooserTest {
  @Test
  void aLogprobIsThatOfTheSoftmax() {
    MemorySegment scores = scores(1, 2, 3, -1000);
    double all = Math.exp(1) + Math.exp(2) + Math.exp(3);
    assertThat(TokenChooser.logprob(scores, 4, 0)).isEqualTo(Math.log(Math.exp(1) / all), near());
    assertThat(TokenChooser.logprob(scores, 4, 2)).isEqualTo(Math.log(Math.exp(3) / all), near());
    assertThat(TokenChooser.logprob(scores, 4, 3)).isLessThan(-900);
  }

  @Test
  void largeScoresDoNotOverflow() {
    assertThat(TokenChooser.logprob(scores(5000, 5000), 2, 1)).isEqualTo(Math.log(0.5), near());
  }

  private static MemorySegment scores(float... values) {
    return MemorySegment.ofArray(values);
  }

  private static Offset<Double> near() {
    return offset(1e-6);
  }
}
