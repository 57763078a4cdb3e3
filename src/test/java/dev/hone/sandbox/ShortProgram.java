package dev.hone.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program that runs a job, opens boxes for further ones, and ends.
final class ShortProgram {
  private ShortProgram() {}

  /// Runs the job and ends.
  ///
  /// @param arguments the mode, and an empty folder
  public static void main(String[] arguments) throws Exception {
    Sandbox sandbox = new Sandboxes().named(arguments[0]);
    Job job =
        new Job(
            List.of("/bin/true"),
            Map.of(),
            Path.of(arguments[1]),
            List.of(),
            "",
            Limits.defaults());
    for (int i = 0; i < 3; i++) {
      var _ = sandbox.ready(job);
    }
    System.exit(sandbox.run(job).exit());
  }
}
