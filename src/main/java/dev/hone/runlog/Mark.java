package dev.hone.runlog;

/// What a person found a run's answer to be.
public enum Mark {
  /// It does what was asked, whatever Hone said.
  RIGHT("right"),
  /// It does not, whatever Hone said.
  WRONG("wrong");

  private final String id;

  Mark(String id) {
    this.id = id;
  }

  /// {@return the word used in data and on the command line}
  public String id() {
    return id;
  }
}
