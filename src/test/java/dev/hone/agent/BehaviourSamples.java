package dev.hone.agent;

import dev.hone.language.values.Likeness;
import dev.hone.language.values.Value;
import dev.hone.verdict.Behaviour;
import java.math.BigInteger;
import java.util.Map;

/// Behaviours as tests need them.
final class BehaviourSamples {
  private BehaviourSamples() {}

  static Behaviour returning(String call, int value) {
    return new Behaviour(
        Map.of(
            call,
            new Behaviour.Result.Returned(
                new Value.Whole(BigInteger.valueOf(value)),
                new Likeness(true, false, 1e-6, 1e-9))));
  }
}
