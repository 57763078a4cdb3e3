package dev.hone.runlog;

import java.nio.file.Path;

/// A program of its own that writes runs until it is killed, or as many as asked.
final class WritingProcess {
  private WritingProcess() {}

  /// Writes runs, each with one round, and prints a line after each.
  ///
  /// @param arguments the database file, and the number of runs
  public static void main(String[] arguments) {
    try (RunLog log = RunLog.open(Path.of(arguments[0]))) {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        String id = log.begin(Samples.start());
        log.attempt(id, Samples.failed());
        System.out.println(id);
      }
    }
  }
}
