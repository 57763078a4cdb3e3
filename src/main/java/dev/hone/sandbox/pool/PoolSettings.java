package dev.hone.sandbox.pool;

import java.time.Duration;

/// What a pool may hold.
///
/// @param most boxes that wait at one time, one of each kind; with 0 none is ever opened ahead
/// @param idle how long a box waits before it is given up, above 0
public record PoolSettings(int most, Duration idle) {
  /// Checks the amounts.
  ///
  /// @throws IllegalArgumentException if one is too small
  public PoolSettings {
    if (most < 0 || !idle.isPositive()) {
      throw new IllegalArgumentException("a pool holds 0 boxes or more for some time: " + most);
    }
  }

  /// {@return two boxes, each for at most five minutes}
  public static PoolSettings usual() {
    return new PoolSettings(2, Duration.ofMinutes(5));
  }

  /// {@return the same with another number of boxes}
  ///
  /// @param count how many wait at one time, 0 or more
  public PoolSettings withMost(int count) {
    return new PoolSettings(count, idle);
  }
}
