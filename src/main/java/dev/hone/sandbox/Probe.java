package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.process.Workplace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Tries a sandbox: a command must run in it, and a file and a port of the machine that it must not
/// reach must be out of reach. What the kernel says of itself is not asked: only doing shows.
final class Probe {
  private static final int FILE_REACHED = 41;
  private static final int PORT_REACHED = 42;
  private static final Duration TIME = Duration.ofSeconds(20);

  private final Workplace workplace;

  Probe(Workplace workplace) {
    this.workplace = workplace;
  }

  ProbeResult probe(Sandbox sandbox) {
    Path empty = workplace.folder("empty");
    Path canary = workplace.file("canary", "not for the box".getBytes(StandardCharsets.UTF_8));
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      List<String> command =
          List.of(
              Tools.path("sh"),
              "-c",
              Tools.script(Probe.class, "canary.sh"),
              "sh",
              canary.toString(),
              Integer.toString(listener.getLocalPort()),
              Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString());
      Execution execution =
          sandbox.run(
              new Job(command, Map.of(), empty, List.of(), "", Limits.defaults().withTime(TIME)));
      return result(sandbox.mode(), execution);
    } catch (SandboxException | IOException | IllegalStateException e) {
      return new ProbeResult(sandbox.mode(), false, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException(
          ErrorType.EXTERNAL, "interrupted while trying the sandbox " + sandbox.mode(), e);
    }
  }

  private static ProbeResult result(String mode, Execution execution) {
    String reason =
        switch (execution.exit()) {
          case 0 -> "";
          case FILE_REACHED -> "a file of the machine could be read from inside";
          case PORT_REACHED -> "a port of the machine could be reached from inside";
          default ->
              "no command runs in it: exit code %d, %s"
                  .formatted(execution.exit(), execution.stderr().strip());
        };
    return new ProbeResult(mode, execution.exit() == 0, reason);
  }
}
