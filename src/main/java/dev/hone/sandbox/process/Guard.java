package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ends one run's processes if Hone itself is killed. The kernel's parent-death signal reaches only
/// the command, not what the command started.
///
/// @param process waits for the end of its input, which comes when Hone ends in any way
public record Guard(Process process) implements AutoCloseable {
  /// {@return a guard over the processes that have their home or their directory in a folder}
  ///
  /// @param home the folder, which no other run has; links in its path resolved
  /// @throws IOException if it could not be started
  public static Guard over(Path home) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Tools.path("setsid"),
                Tools.path("sh"),
                "-c",
                Tools.script(Guard.class, "guard.sh"),
                "sh",
                home.toString()));
    builder.environment().clear();
    return new Guard(
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /// {@return a guard that starts a command, twice, once Hone has ended}
  ///
  /// @param command the command; the second time is for what was in the making at the first
  /// @throws IOException if it could not be started
  public static Guard then(List<String> command) throws IOException {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(Tools.path("setsid"), Tools.path("sh"), "-c"));
    line.addAll(List.of("read -r _; \"$@\"; " + Tools.path("sleep") + " 3; exec \"$@\"", "sh"));
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    return new Guard(
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void close() {
    // The signal goes out before the input is closed, which would set it off.
    var _ = process.destroyForcibly();
  }
}
