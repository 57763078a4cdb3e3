package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up processes in the place of the machine's.
class TreeMeterTest {
  private static final long MIB = 1L << 20;
  private static final Limits LIMITS =
      Limits.defaults().withMemory(100 * MIB).withProcesses(4).withOpenFiles(8);

  @TempDir Path proc;
  private long stored;

  @Test
  void memoryOfAllProcessesAndOfFilesInMemoryAddsUpAndTheMostIsKept() throws Exception {
    process(1, 10, 5, "");
    process(2, 20, 0, "");
    stored = 30 * MIB;
    TreeMeter meter = meter(0);

    TreeUse first = meter.read(List.of(stat(1, 1), stat(2, 1)));
    stored = 0;
    TreeUse second = meter.read(List.of(stat(1, 1)));

    assertThat(List.of(first, second))
        .containsExactly(
            new TreeUse(65 * MIB, 65 * MIB, Duration.ofMillis(40), Set.of()),
            new TreeUse(15 * MIB, 65 * MIB, Duration.ofMillis(40), Set.of()));
  }

  @Test
  void beyondTheLimitSharedPagesAreDividedAmongTheProcesses() throws Exception {
    process(1, 5, 80, "Pss_Anon: 5120 kB\nPss_Shmem: 40960 kB\n");
    process(2, 5, 80, "Pss_Anon: 5120 kB\nPss_Shmem: 40960 kB\n");

    assertThat(meter(0).read(List.of(stat(1, 1), stat(2, 1))).memoryBytes()).isEqualTo(90 * MIB);
  }

  @Test
  void beyondTheLimitAMappedFileInMemoryCountsOnceAndItsPrivateCopiesBesides() throws Exception {
    process(1, 30, 60, "Pss_Anon: 30720 kB\nPss_Shmem: 61440 kB\n");
    Files.writeString(
        proc.resolve("1/smaps"),
        """
        7f00-7f10 rw-s 00000000 00:3f 2 /box/shared
        Pss:               61440 kB
        Anonymous:             0 kB
        7f20-7f30 rw-p 00000000 00:3f 3 /tmp/private
        Pss:               30720 kB
        Anonymous:         30720 kB
        7f40-7f50 r-xp 00000000 08:01 4 /usr/lib/libc.so
        Pss:                 500 kB
        Anonymous:             0 kB
        """);
    stored = 70 * MIB;

    assertThat(meter(0).read(List.of(stat(1, 1))).memoryBytes()).isEqualTo(100 * MIB);
  }

  @Test
  void whatTheKernelDoesNotDivideKeepsTheFirstCount() throws Exception {
    process(1, 90, 20, "");

    assertThat(meter(0).read(List.of(stat(1, 1))).memoryBytes()).isEqualTo(110 * MIB);
  }

  @Test
  void threadsReachTheLimitOnProcessesWithoutTheSandboxesOwn() throws Exception {
    process(1, 1, 0, "");
    process(2, 1, 0, "");
    TreeMeter meter = meter(2);

    assertThat(meter.read(List.of(stat(1, 2), stat(2, 3))).reached()).isEmpty();
    assertThat(meter.read(List.of(stat(1, 2), stat(2, 4))).reached())
        .containsExactly(Limit.PROCESSES);
    assertThat(meter.read(List.of(stat(1, 1))).reached()).containsExactly(Limit.PROCESSES);
  }

  @Test
  void openFilesOfOneProcessReachTheirLimit() throws Exception {
    process(1, 1, 0, "");
    process(2, 1, 0, "");
    files(1, 7);
    files(2, 7);
    assertThat(meter(0).read(List.of(stat(1, 1), stat(2, 1))).reached()).isEmpty();

    files(2, 8);
    assertThat(meter(0).read(List.of(stat(1, 1), stat(2, 1))).reached())
        .containsExactly(Limit.FILES);
  }

  private TreeMeter meter(int ownProcesses) {
    return new TreeMeter(LIMITS, ownProcesses, () -> stored, new ProcessMemory(proc));
  }

  private static ProcFiles.Stat stat(long pid, long threads) {
    return new ProcFiles.Stat(pid, 1, 'S', pid, pid, 2, 100, threads);
  }

  private void process(long pid, long anonymous, long shared, String rollup) throws IOException {
    Path folder = Files.createDirectory(proc.resolve(Long.toString(pid)));
    Files.writeString(
        folder.resolve("status"),
        "Name:\tx\nVmRSS:\t99999 kB\nRssAnon:\t%d kB\nRssFile:\t7777 kB\nRssShmem:\t%d kB\n"
            .formatted(anonymous << 10, shared << 10));
    if (!rollup.isEmpty()) {
      Files.writeString(folder.resolve("smaps_rollup"), "Pss: 1 kB\nPss_File: 9 kB\n" + rollup);
    }
  }

  private void files(long pid, int count) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(pid + "/fd"));
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(Integer.toString(i));
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
    }
  }
}
