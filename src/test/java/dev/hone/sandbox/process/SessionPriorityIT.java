package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionPriorityIT {
  @Test
  void thatOfASessionIsLoweredALittleLater() throws Exception {
    Process process = new ProcessBuilder(Tools.path("setsid"), "sleep", "60").start();
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "autogroup");
      assumeThat(file).as("this kernel does not group processes by session").exists();
      // Its session is its own only once setsid has made it.
      while (!process.toHandle().info().command().orElse("").endsWith("sleep")) {
        assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).isFalse();
      }
      assertThat(Files.readString(file)).endsWith("nice 0\n");

      SessionPriority.lowerSoon(process);

      while (!Files.readString(file).endsWith("nice 6\n")) {
        assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
