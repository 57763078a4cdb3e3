package dev.hone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final Request FORM =
      new Request(List.of(), Sampling.greedy(9), List.of()).continued(List.of("\nb:", "\nc:"));

  @Test
  void eachGapHasWhatWasSaidThereAndHowLikelyThatWas() {
    Reply reply =
        reply(
            " 1\nb: 12\nc: 3",
            FinishReason.STOP,
            new Logprob(" 1", Math.log(0.5)),
            new Logprob("\n", Math.log(0.9)),
            new Logprob("\nb:", 0),
            new Logprob(" 1", Math.log(0.8)),
            new Logprob("2\n", Math.log(0.5)),
            new Logprob("\nc:", 0),
            new Logprob(" 3", Math.log(0.25)));

    List<Gaps.Gap> gaps = Gaps.of(FORM, reply);

    assertThat(gaps).extracting(Gaps.Gap::text).containsExactly(" 1", " 12", " 3");
    assertThat(gaps).extracting(Gaps.Gap::whole).containsExactly(true, true, true);
    assertThat(gaps.get(0).likelihood()).isCloseTo(0.45, within(1e-9));
    assertThat(gaps.get(1).likelihood()).isCloseTo(0.4, within(1e-9));
    assertThat(gaps.get(2).likelihood()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void aModelThatFillsNoFormsAnswersItsFirstGap() {
    Reply reply = reply(" 1", FinishReason.STOP, new Logprob(" 1", Math.log(0.5)));

    assertThat(Gaps.of(FORM, reply)).containsExactly(new Gaps.Gap(" 1", 0.5, true));
  }

  @Test
  void aGapThatIsCutOffIsNotWhole() {
    Reply reply = reply(" 1\nb: [1, 1, 1", FinishReason.LENGTH);

    assertThat(Gaps.of(FORM, reply))
        .containsExactly(new Gaps.Gap(" 1", 1, true), new Gaps.Gap(" [1, 1, 1", 1, false));
  }

  @Test
  void aRequestWithoutContinuationsHasOneGap() {
    Request request = new Request(List.of(), Sampling.greedy(9), List.of());

    assertThat(Gaps.of(request, reply("all", FinishReason.STOP)))
        .containsExactly(new Gaps.Gap("all", 1, true));
  }

  private static Reply reply(String text, FinishReason finish, Logprob... tokens) {
    return new Reply(text, finish, 1, 0, 1, Duration.ZERO, Duration.ZERO)
        .withLogprobs(List.of(tokens));
  }
}
