package dev.hone.runlog.stats;

/// One run that failed, as an example.
///
/// @param type the class of work; empty where it is not known
/// @param runId the run's identifier
/// @param requirement the beginning of what was asked, on one line
public record FailedRun(String type, String runId, String requirement) {
  private static final int LONGEST = 100;

  /// Brings the requirement to one line of at most 100 characters.
  public FailedRun {
    String line = requirement.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    requirement = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }
}
