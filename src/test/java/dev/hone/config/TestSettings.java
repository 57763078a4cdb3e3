package dev.hone.config;

import java.nio.file.Path;
import java.util.Map;

/// Settings as tests need them.
final class TestSettings {
  private TestSettings() {}

  /// {@return what a file of the user sets, with no variable}
  static Settings of(Path file) {
    return Settings.read(SettingsSources.ofUser(file, Map.of()));
  }
}
