package dev.hone.verdict;

import dev.hone.sandbox.Limit;

/// Which verdict belongs to which limit.
final class Limited {
  private Limited() {}

  static Verdict verdict(Limit limit) {
    return switch (limit) {
      case WALL, CPU -> new Verdict.TimeLimitExceeded();
      case MEMORY -> new Verdict.MemoryLimitExceeded();
      case OUTPUT -> new Verdict.OutputLimitExceeded();
      case PROCESSES, FILES, FILE_SIZE, DISK, INODES -> new Verdict.ResourceLimitExceeded();
      case NONE -> throw new IllegalArgumentException("no limit was reached");
    };
  }
}
