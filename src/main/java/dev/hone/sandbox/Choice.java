package dev.hone.sandbox;

/// Which sandbox somebody asked for.
public sealed interface Choice {
  /// {@return the choice of who asked for nothing}
  static Choice usual() {
    return new Usual();
  }

  /// What the environment names, else what the settings name, else the strongest mode that works.
  record Usual() implements Choice {}

  /// One mode, whatever environment and settings name.
  ///
  /// @param mode the name of a mode, the first part of one such as `container`, or `auto` for the
  ///   strongest that works
  record Named(String mode) implements Choice {}

  /// None: code runs as the user, under limits alone. No environment variable and no setting can
  /// make this choice, and nothing falls back to it.
  record WithoutAny() implements Choice {}
}
