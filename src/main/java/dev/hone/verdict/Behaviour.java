package dev.hone.verdict;

import dev.hone.language.Expected;
import dev.hone.language.Seen;
import dev.hone.language.TestReport.Case;
import dev.hone.language.values.Equality;
import dev.hone.language.values.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a piece of code does for calls of which nobody knows the right result.
///
/// @param results what each call came to, by the name of its test; a call that came to nothing at
///   all, as after a limit, is absent
public record Behaviour(Map<String, Result> results) {
  /// Copies the map.
  public Behaviour {
    results = Map.copyOf(results);
  }

  /// What one call came to.
  public sealed interface Result {
    /// {@return whether both are the same: equal values, or errors of any kind}
    ///
    /// @param other what the same call of other code came to
    boolean isLike(Result other);

    /// It returned.
    ///
    /// @param value the value
    /// @param equality which values count as the same as one that is written out
    record Returned(Value value, Equality equality) implements Result {
      // Two values that were seen may be told in a way that no written one is.
      @Override
      public boolean isLike(Result other) {
        return other instanceof Returned(Value another, Equality _)
            && (value.equals(another) || equality.same(another, value));
      }
    }

    /// It ended with an error.
    record Failed() implements Result {
      @Override
      public boolean isLike(Result other) {
        return other instanceof Failed;
      }
    }
  }

  /// {@return the share of calls for which both do the same, 0 to 1; empty where there is no call
  /// of which both have a result}
  ///
  /// @param other what other code does for the same calls
  public Optional<Double> likeness(Behaviour other) {
    int both = 0;
    int alike = 0;
    for (var own : results.entrySet()) {
      Result another = other.results.get(own.getKey());
      if (another != null) {
        both++;
        alike += own.getValue().isLike(another) ? 1 : 0;
      }
    }
    return both == 0 ? Optional.empty() : Optional.of(alike / (double) both);
  }

  /// {@return what the tests of a run saw, whatever they expected}
  static Behaviour of(FileRun run) {
    Map<String, Result> results = new HashMap<>();
    for (Case one : run.report().cases()) {
      if (run.observation().expected().get(one.name()) instanceof Expected.Returns expected) {
        results.put(one.name(), result(one, expected.equality()));
      }
    }
    return new Behaviour(results);
  }

  private static Result result(Case one, Equality equality) {
    return one.seen() instanceof Seen.Returned(Value value, String _)
        ? new Result.Returned(value, equality)
        : new Result.Failed();
  }
}
