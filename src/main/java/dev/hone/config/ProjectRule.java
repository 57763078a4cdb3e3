package dev.hone.config;

import java.util.Locale;

/// Whether the file of a project may set a key. Such a file comes with code that other people
/// wrote, so it may ask for more care and never for less.
public enum ProjectRule {
  /// It may.
  FREE("yes"),
  /// It may bind more than the settings of the user do, and not less.
  TIGHTER("only tighter"),
  /// It may not.
  NEVER("no");

  private final String words;

  ProjectRule(String words) {
    this.words = words;
  }

  /// {@return the answer in words}
  public String words() {
    return words;
  }

  static ProjectRule of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
