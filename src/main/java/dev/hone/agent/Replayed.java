package dev.hone.agent;

import dev.hone.result.Attempt;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestChange;
import java.util.List;

/// What came of judging an attempt of the log once more.
public sealed interface Replayed {
  /// {@return the attempt as it is in the log}
  Attempt attempt();

  /// {@return whether it has the verdict that it had}
  boolean isSame();

  /// The attempt's code was judged by its tests.
  ///
  /// @param attempt the attempt as it is in the log
  /// @param judgement what judging showed this time
  record Judged(Attempt attempt, Judgement judgement) implements Replayed {
    @Override
    public boolean isSame() {
      return judgement.verdict().equals(attempt.judgement().verdict());
    }

    /// {@return the tests that went another way, whatever the verdict is}
    public List<TestChange> changes() {
      return TestChange.between(attempt.judgement().outcomes(), judgement.outcomes());
    }
  }

  /// The model's reply held no code, so there is nothing that could be judged.
  ///
  /// @param attempt the attempt as it is in the log
  record WithoutCode(Attempt attempt) implements Replayed {
    @Override
    public boolean isSame() {
      return true;
    }
  }
}
