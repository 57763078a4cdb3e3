package dev.hone.requirement;

/// A class of work, used to report failure rates.
public enum RequirementType {
  /// Text: formats, cases, search and replace.
  STRINGS("strings"),
  /// Reading a notation: numbers in letters, expressions, file formats.
  PARSING("parsing"),
  /// Containers with operations: stacks, caches, trees, graphs.
  DATA_STRUCTURE("data-structure"),
  /// Sorting, searching, dynamic programming, paths.
  ALGORITHM("algorithm"),
  /// Arithmetic, number theory, statistics, geometry.
  NUMERIC("numeric"),
  /// Dates, times, zones, durations.
  DATE_TIME("date-time"),
  /// Lists, maps and sets: filter, group, merge, transform.
  COLLECTIONS("collections"),
  /// Files, folders and streams.
  FILES("files"),
  /// Threads, tasks, locks, asynchronous work.
  CONCURRENCY("concurrency"),
  /// Talking to a service.
  API_CLIENT("api-client"),
  /// Classes with state and rules of their own.
  STATE("state"),
  /// None of these.
  OTHER("other");

  private final String id;

  RequirementType(String id) {
    this.id = id;
  }

  /// {@return the name used in data and the run log}
  public String id() {
    return id;
  }
}
