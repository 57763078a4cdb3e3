package dev.hone.sandbox.launcher;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A start of the launcher that takes all its steps but the last, as the program that it should
/// become is not there. The JDK writes down meanwhile what it loads.
final class LauncherTraining {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private LauncherTraining() {}

  /// Makes an archive of what a start of the launcher loads.
  ///
  /// @param launcher the launcher, without an archive
  /// @param archive where
  /// @param scratch a folder for files that are not needed afterwards
  /// @throws IOException if the JDK cannot do so
  static void train(LauncherProgram launcher, Path archive, Path scratch)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path steps = scratch.resolve("steps");
    LauncherPolicy policy =
        new LauncherPolicy(
            Limits.defaults()
                .withCpu(PATIENCE)
                .withMemory(4L << 30)
                .withProcesses(1 << 20)
                .withFileSize(1L << 30),
            Files.createDirectory(scratch.resolve("work")),
            List.of(Path.of(System.getProperty("java.home"))),
            List.of(scratch),
            0,
            new SeccompPolicy(false, true),
            Landlock.abi() >= 1);
    List<String> record =
        new ArrayList<>(
            launcher.command(
                java,
                List.of("-Xlog:disable", "-XX:AOTMode=record", "-XX:AOTConfiguration=" + steps)));
    record.addAll(LauncherCommand.orders(policy, List.of("/nonexistent/program")));
    run(record);
    run(
        launcher.command(
            java,
            List.of(
                "-Xlog:disable",
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + steps,
                "-XX:AOTCache=" + archive)));
    if (!Files.exists(archive)) {
      throw new IOException("the JDK kept nothing of the launcher's start");
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the launcher's first start took more than " + PATIENCE);
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
