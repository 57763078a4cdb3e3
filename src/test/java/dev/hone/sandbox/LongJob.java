package dev.hone.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program that runs a job until it is killed: a shell with a child and a daemon.
final class LongJob {
  private LongJob() {}

  /// Runs the job.
  ///
  /// @param arguments the mode and the seconds that the processes sleep
  public static void main(String[] arguments) throws Exception {
    Path empty = Files.createTempDirectory("hone-long-job");
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
