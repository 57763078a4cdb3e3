package dev.hone.suite;

/// Where a test came from, most trusted first.
public enum Origin {
  /// A file that the person gave.
  USER("user"),
  /// An example inside the requirement.
  TEXT("text"),
  /// Generated, and candidates agree with it.
  AGREED("agreed"),
  /// Generated.
  GENERATED("generated");

  private final String id;

  Origin(String id) {
    this.id = id;
  }

  /// {@return the name used in data and the run log}
  public String id() {
    return id;
  }

  /// {@return whether a person stands behind the test: it was given, by file or in the text}
  public boolean isGiven() {
    return this == USER || this == TEXT;
  }
}
