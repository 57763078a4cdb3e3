package dev.hone.model.embedded.process;

import java.util.List;

/// The engine's processes that this one started, for tests that end them as a fault would.
public final class EngineProcesses {
  // The class is named behind a class path that is longer than what Java tells of a command.
  private static final String OPTION = "-XX:+ErrorFileToStderr";

  private EngineProcesses() {}

  /// {@return those that run}
  public static List<ProcessHandle> running() {
    return ProcessHandle.current()
        .children()
        .filter(
            child -> child.info().commandLine().filter(line -> line.contains(OPTION)).isPresent())
        .toList();
  }

  /// Kills all that run, and waits until they are gone.
  public static void kill() {
    for (ProcessHandle process : running()) {
      boolean _ = process.destroyForcibly();
      ProcessHandle _ = process.onExit().join();
    }
  }
}
