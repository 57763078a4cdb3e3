package dev.hone.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program that runs a job until it is killed: a shell with a child and a daemon.
final class LongJob {
  private LongJob() {}

  /// Runs the job.
  ///
  /// @param arguments the mode, the seconds that the processes sleep, and an empty folder
  public static void main(String[] arguments) throws Exception {
    Path empty = Path.of(arguments[2]);
    String script = "setsid sleep \"$0\" & sleep \"$0\"; true";
    var _ =
        new Sandboxes()
            .named(arguments[0])
            .run(
                new Job(
                    List.of("/bin/sh", "-c", script, arguments[1]),
                    Map.of(),
                    empty,
                    List.of(),
                    "",
                    Limits.defaults()));
  }
}
