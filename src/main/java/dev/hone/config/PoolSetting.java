package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.sandbox.pool.PoolSettings;
import java.util.Map;

/// How many boxes are opened before their jobs, as the environment sets it.
public final class PoolSetting {
  /// The variable: a number from 0, which opens none ahead, to {@link #MOST}.
  public static final String VARIABLE = "HONE_READY_BOXES";

  /// The most boxes that may wait.
  static final int MOST = 8;

  private PoolSetting() {}

  /// {@return what a pool may hold; the usual where the variable is not set}
  ///
  /// @param environment the variables that count
  /// @throws UsageException if the variable is no such number
  public static PoolSettings of(Map<String, String> environment) {
    String text = environment.getOrDefault(VARIABLE, "").strip();
    if (text.isEmpty()) {
      return PoolSettings.usual();
    }
    if (!text.matches("[0-%d]".formatted(MOST))) {
      throw new UsageException(
          "%s takes a number from 0 to %d, not '%s'".formatted(VARIABLE, MOST, text));
    }
    return PoolSettings.usual().withMost(Integer.parseInt(text));
  }
}
