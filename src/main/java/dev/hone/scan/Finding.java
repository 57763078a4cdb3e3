package dev.hone.scan;

/// One place in code that a rule objects to.
///
/// @param rule the rule's identifier, as `--allow` takes it
/// @param severity whether it keeps the code from running
/// @param path the file, relative to the work folder
/// @param line the line, from 1
/// @param call the call or name as it stands in the code, one line
/// @param why what could happen, one sentence
public record Finding(
    String rule, Severity severity, String path, int line, String call, String why) {
  /// How much a finding weighs.
  public enum Severity {
    /// The code is not run.
    BLOCK("block"),
    /// It is reported, and the code runs.
    WARN("warn");

    private final String id;

    Severity(String id) {
      this.id = id;
    }

    /// {@return the name used in data and the run log}
    public String id() {
      return id;
    }
  }
}
