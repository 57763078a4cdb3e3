package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.values.Likeness;
import dev.hone.language.values.Value;
import dev.hone.verdict.Behaviour.Result;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {
  private static final Likeness LIKENESS = new Likeness(true, false, 1e-6, 1e-9);

  @Test
  void likenessIsTheShareOfCallsWithTheSameResult() {
    Behaviour one = new Behaviour(Map.of("a", returned(1), "b", returned(2)));
    Behaviour other = new Behaviour(Map.of("a", returned(1), "b", returned(3)));
    assertThat(one.likeness(other)).hasValue(0.5);
    assertThat(one.likeness(one)).hasValue(1.0);
  }

  @Test
  void errorsAreAlikeAndNoValue() {
    Behaviour fails = new Behaviour(Map.of("a", new Result.Failed()));
    assertThat(fails.likeness(fails)).hasValue(1.0);
    assertThat(fails.likeness(new Behaviour(Map.of("a", returned(1))))).hasValue(0.0);
    assertThat(new Behaviour(Map.of("a", returned(1))).likeness(fails)).hasValue(0.0);
  }

  @Test
  void callsThatOnlyOneHasSayNothing() {
    Behaviour one = new Behaviour(Map.of("a", returned(1), "b", returned(2)));
    assertThat(one.likeness(new Behaviour(Map.of("a", returned(1))))).hasValue(1.0);
    assertThat(one.likeness(new Behaviour(Map.of("c", returned(1))))).isEmpty();
    assertThat(one.likeness(new Behaviour(Map.of()))).isEmpty();
  }

  private static Result returned(int value) {
    return new Result.Returned(new Value.Whole(BigInteger.valueOf(value)), LIKENESS);
  }
}
