package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hundreds of jobs in flight: none is lost, none waits for ever, and nothing of the machine stays
/// taken.
class ParallelIT {
  private static final Sandboxes ALL = new Sandboxes();

  @ParameterizedTest
  @CsvSource({"bubblewrap-root, 500", "unshare-root, 40", "landlock, 40"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void jobsInFlightLeaveNothingTaken(String mode, int jobs) throws Exception {
    ProbeResult result =
        ALL.probe().stream().filter(r -> r.mode().equals(mode)).findFirst().orElseThrow();
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();

    assertThat(Crowd.of(ALL.named(mode), jobs)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bubblewrap-user, 500", "unshare-user, 40", "landlock, 40"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void jobsOfAnOrdinaryUserInFlightLeaveNothingTaken(String mode, int jobs, @TempDir Path folder)
      throws Exception {
    Process process =
        new OrdinaryUser(folder)
            .java(Crowd.class.getName(), List.of(Integer.toString(jobs), mode))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assumeThat(output).as(output).doesNotContain("does not work here");
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("done\n");
  }

  @Test
  void whoWaitsForAPlaceCanBeInterrupted(@TempDir Path empty) throws Exception {
    ProbeResult result = ALL.probe().stream().filter(ProbeResult::works).findFirst().orElseThrow();
    Sandbox sandbox = ALL.named(result.mode());
    List<Thread> crowd =
        IntStream.range(0, 300)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> sleepUntilInterrupted(sandbox, empty)))
            .toList();

    crowd.forEach(Thread::interrupt);

    for (Thread thread : crowd) {
      assertThat(thread.join(Duration.ofMinutes(2))).isTrue();
    }
  }

  private static void sleepUntilInterrupted(Sandbox sandbox, Path empty) {
    try {
      sandbox.run(
          new Job(List.of("/bin/sleep", "100"), Map.of(), empty, List.of(), "", Limits.defaults()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
