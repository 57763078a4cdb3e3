package dev.hone;

/// One thing that `hone doctor` looked at.
///
/// @param name what was looked at, such as `sandbox` or `python`
/// @param state how it is
/// @param found what was found, one line; may be empty
/// @param advice what to do about it, or what its first use will still do; empty where all is well
public record Check(String name, State state, String found, String advice) {
  /// How a thing is.
  public enum State {
    /// It works.
    WORKS("works"),
    /// It works less well than it could.
    WEAK("weak"),
    /// What it needs is set; whether it works shows when it is used.
    SET("set"),
    /// It is not there, and Hone can do without.
    ABSENT("absent"),
    /// It is not there, and Hone needs it.
    MISSING("missing");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /// {@return the name used in data}
    public String id() {
      return id;
    }
  }
}
