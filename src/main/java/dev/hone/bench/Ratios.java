package dev.hone.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What two runs spent on the problems that both have.
///
/// @param first the first run
/// @param second the second run
public record Ratios(Spent first, Spent second) {
  /// Nothing spent.
  static final Ratios NONE = new Ratios(Spent.NONE, Spent.NONE);

  /// What one run spent.
  ///
  /// @param tokens read and generated
  /// @param codeTokens those of them that were not spent on asking for tests, of problems where
  ///   both runs counted these apart
  /// @param millis time in milliseconds
  public record Spent(long tokens, long codeTokens, long millis) {
    private static final Spent NONE = new Spent(0, 0, 0);

    private Spent plus(Item item, long codeTokens) {
      return new Spent(
          tokens + item.tokens(), this.codeTokens + codeTokens, millis + item.time().toMillis());
    }
  }

  /// {@return tokens of the second run for one of the first; empty where the first spent none}
  public OptionalDouble tokens() {
    return ratio(first.tokens, second.tokens);
  }

  /// {@return the same without what was spent on asking for tests; empty also where that is not
  /// known}
  public OptionalDouble codeTokens() {
    return ratio(first.codeTokens, second.codeTokens);
  }

  /// {@return seconds of the second run for one of the first; empty where the first took none}
  public OptionalDouble seconds() {
    return ratio(first.millis, second.millis);
  }

  Ratios plus(Spending one, Spending other) {
    boolean known = one.testTokens().isPresent() && other.testTokens().isPresent();
    return new Ratios(
        first.plus(one.item(), known ? one.codeTokens() : 0),
        second.plus(other.item(), known ? other.codeTokens() : 0));
  }

  /// What a run spent on one problem.
  ///
  /// @param item the problem
  /// @param testTokens tokens spent on asking for tests, where they were counted apart
  record Spending(Item item, OptionalLong testTokens) {
    private long codeTokens() {
      return item.tokens() - testTokens.orElse(0);
    }
  }

  private static OptionalDouble ratio(long first, long second) {
    return first == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) second / first);
  }
}
