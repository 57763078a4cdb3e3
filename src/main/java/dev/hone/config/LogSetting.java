package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.runlog.LogPlace;
import java.util.Optional;

/// Where the run log is, as `log.database` sets it.
public final class LogSetting {
  private static final String KEY = "log.database";

  private LogSetting() {}

  /// {@return the database that the log is in; empty where it is in a file of this machine}
  ///
  /// @param settings the settings
  /// @throws UsageException if a person said that no connection is opened
  public static Optional<LogPlace.Shared> of(Settings settings) {
    Optional<Setting> set = settings.given(KEY);
    if (set.isPresent() && settings.isOffline()) {
      throw new UsageException(
          "the run log is at %s, and offline opens no connection; work without it, or take %s away to use the file of this machine"
              .formatted(place(set.get()).words(), set.get().place()));
    }
    return set.map(LogSetting::place);
  }

  /// {@return the database that a setting names}
  ///
  /// @throws UsageException if it is no address, or holds a password, which is not repeated
  static LogPlace.Shared place(Setting setting) {
    try {
      return new LogPlace.Shared(setting.filled());
    } catch (UsageException e) {
      throw new UsageException("%s: %s".formatted(setting.place(), e.getMessage()));
    }
  }
}
