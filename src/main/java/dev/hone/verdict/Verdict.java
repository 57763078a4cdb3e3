package dev.hone.verdict;

/// What judging a candidate showed. The name of a case is the word used in data and the run log.
public sealed interface Verdict {
  /// Every expected test passed and the runner came to its end.
  record Passed() implements Verdict {}

  /// At least one test failed, ended with an error or is missing, or there was none to run.
  record TestsFailed() implements Verdict {}

  /// The solution failed while it was loaded.
  record RuntimeError() implements Verdict {}

  /// The compiler or the check before the tests refused it.
  record CompileError() implements Verdict {}

  /// The wall or processor time was used up.
  record TimeLimitExceeded() implements Verdict {}

  /// The memory was used up.
  record MemoryLimitExceeded() implements Verdict {}

  /// It printed too much.
  record OutputLimitExceeded() implements Verdict {}

  /// It wanted too many processes, files or bytes of disk.
  record ResourceLimitExceeded() implements Verdict {}

  /// The scan objected, so it was never run.
  record Rejected() implements Verdict {}

  /// The reply held no whole code.
  record Unreadable() implements Verdict {}

  /// {@return the name used in data and the run log, such as `TestsFailed`}
  default String id() {
    return getClass().getSimpleName();
  }
}
