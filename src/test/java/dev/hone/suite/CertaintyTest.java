package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.model.Logprob;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  private static final String TEXT = "half(6) == 3\nhalf(-1) == 0\nhalf(8) == 4\n";
  private static final List<Logprob> TOKENS =
      List.of(
          token("(", 0.1),
          token("6", 0.1),
          token(")", 0.9),
          token(" ==", 0.5),
          token(" ", 1),
          token("3", 0.8),
          token("\n", 0.1),
          token("half(-1", 0.1),
          token(") ==", 0.9),
          token(" 0", 0.5),
          token("\nhalf(8)", 0.1),
          token(" == 4", 0.99));

  private final Certainty certainty = new Certainty(TEXT, "half".length(), TOKENS);

  @Test
  void whatStandsBehindTheCallCounts() {
    assertThat(sure(0.39, "half(6)")).containsExactly("half(6)");
    assertThat(sure(0.41, "half(6)")).isEmpty();
  }

  @Test
  void aTokenThatReachesIntoTheValueCounts() {
    assertThat(sure(0.44, "half(-1)")).containsExactly("half(-1)");
    assertThat(sure(0.46, "half(-1)")).isEmpty();
  }

  @Test
  void aCallIsNoSurerThanThoseOfItsShapeBefore() {
    assertThat(sure(0.9, "half(8)")).containsExactly("half(8)");
    assertThat(sure(0.9, "half(6)", "half(-1)", "half(8)")).isEmpty();
    assertThat(sure(0.42, "half(6)", "half(-1)", "half(8)")).containsExactly("half(-1)");
  }

  @Test
  void theLastLineMayHaveNoEnd() {
    List<Logprob> tokens = List.of(token("f(1)", 0.1), token(" == 2", 0.3));
    Certainty open = new Certainty("f(1) == 2", 0, tokens);
    assertThat(open.atLeast(0.29, List.of(example("f(1)")))).hasSize(1);
    assertThat(open.atLeast(0.31, List.of(example("f(1)")))).isEmpty();
  }

  @Test
  void whatIsNotKnownIsKept() {
    Certainty silent = new Certainty(TEXT, 0, List.of());
    assertThat(silent.atLeast(1, List.of(example("half(6)")))).hasSize(1);
    assertThat(sure(1, "half(7)")).containsExactly("half(7)");
  }

  private List<String> sure(double least, String... calls) {
    List<Example> examples = Stream.of(calls).map(CertaintyTest::example).toList();
    return certainty.atLeast(least, examples).stream().map(Example::call).toList();
  }

  private static Logprob token(String text, double probability) {
    return new Logprob(text, Math.log(probability));
  }

  private static Example example(String call) {
    return new Example(Example.Kind.RETURNS, List.of(), call, "0", call + " == 0");
  }
}
