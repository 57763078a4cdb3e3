package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.process.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tries a sandbox: a command must run in it, and what of the machine it must not reach must be out
/// of reach: files, open ones too, the environment, processes, ports, Unix sockets. What the kernel
/// says of itself is not asked: only doing shows.
final class Probe {
  private static final Duration TIME = Duration.ofSeconds(20);

  private final Workplace workplace;

  Probe(Workplace workplace) {
    this.workplace = workplace;
  }

  ProbeResult probe(Sandbox sandbox) {
    Path empty = workplace.folder("empty");
    try (Canaries canaries = Canaries.plant(workplace)) {
      Job job =
          new Job(
              command(canaries), Map.of(), empty, List.of(), "", Limits.defaults().withTime(TIME));
      return result(sandbox.mode(), sandbox.run(job));
    } catch (SandboxException | IOException | IllegalStateException e) {
      return new ProbeResult(sandbox.mode(), false, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException(
          ErrorType.EXTERNAL, "interrupted while trying the sandbox " + sandbox.mode(), e);
    }
  }

  /// {@return the command that looks for canaries and ends with 0 if it reaches none}
  static List<String> command(Canaries canaries) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Tools.path("sh"), "-c", Tools.script(Probe.class, "canary.sh"), "sh"));
    command.addAll(canaries.arguments());
    return command;
  }

  private static ProbeResult result(String mode, Execution execution) {
    String reason =
        switch (execution.exit()) {
          case 0 -> "";
          case 41 -> "a file of the machine could be read from inside";
          case 42 -> "a port of the machine could be reached from inside";
          case 43 -> "Hone's environment could be read from inside";
          case 44 -> "a file that Hone holds open was open inside";
          case 45 -> "a process of the same user could be reached from inside";
          case 46 -> "a Unix socket of the machine could be reached from inside";
          default -> failed(execution);
        };
    return new ProbeResult(mode, execution.exit() == 0, reason);
  }

  private static String failed(Execution execution) {
    return execution.limit() == Limit.WALL
        ? "the trial in it was not done within %d s; try again when the machine is less busy"
            .formatted(TIME.toSeconds())
        : "no command runs in it: exit code %d, %s"
            .formatted(execution.exit(), execution.stderr().strip());
  }
}
