package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The limits at which the kernel refuses and does not kill, each with its own ending, and the
/// kinds of memory, each held.
interface LimitsContract {
  /// What every test here may use, but for what it is about.
  Limits TIGHT =
      Limits.defaults()
          .withTime(Duration.ofSeconds(30))
          .withMemory(512L << 20)
          .withProcesses(24)
          .withOpenFiles(64)
          .withFileSize(16L << 20)
          .withDisk(32L << 20)
          .withInodes(500)
          .withOutput(64L << 10);

  /// {@return what the job did in the mode under test}
  ///
  /// @param job the job
  Execution run(Job job) throws InterruptedException;

  /// {@return an empty folder}
  Path folder();

  @Test
  default void tooManyOpenFilesReachTheirLimit() throws Exception {
    String opening = "held = []\nwhile True: held.append(open('/dev/null'))";

    assertThat(run(TIGHT, opening).limit()).isEqualTo(Limit.FILES);
  }

  @Test
  default void tooManyOpenFilesOfALongerRunReachTheirLimitWithoutAWord() throws Exception {
    String opening =
        """
        import os, sys, time
        held = []
        try:
            while True: held.append(open('/dev/null'))
        except OSError:
            time.sleep(0.3)
            os._exit(3)
        """;

    assertThat(run(TIGHT, opening).limit()).isEqualTo(Limit.FILES);
  }

  @Test
  default void tooManyThreadsReachTheLimitOnProcesses() throws Exception {
    String starting =
        """
        import threading, time
        for i in range(100):
            threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
        """;

    assertThat(run(TIGHT, starting).limit()).isEqualTo(Limit.PROCESSES);
  }

  @Test
  default void tooManyProcessesReachTheLimitWithoutAWord() throws Exception {
    String starting =
        """
        import os, time
        try:
            for i in range(100):
                if os.fork() == 0:
                    time.sleep(20)
                    os._exit(0)
        except OSError:
            time.sleep(0.3)
            os._exit(3)
        """;

    Execution execution = run(TIGHT, starting);

    assertThat(execution.limit()).as(execution.toString()).isEqualTo(Limit.PROCESSES);
  }

  @Test
  default void aFileThatIsCutReachesTheFileSizeLimitThoughItsWriterIsNotKilled() throws Exception {
    // Python ignores the signal and sees an error.
    String writing =
        """
        import os
        try:
            with open('big', 'wb', 0) as file:
                for i in range(100): file.write(bytes(1 << 20))
        except OSError:
            os._exit(3)
        """;

    assertThat(run(TIGHT, writing).limit()).isEqualTo(Limit.FILE_SIZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/box", "/tmp"})
  default void aFullFolderReachesTheDiskLimit(String folder) throws Exception {
    String writing =
        """
        import os, sys, time
        where = os.environ['HOME' if sys.argv[1] == '/box' else 'TMPDIR']
        try:
            for i in range(100):
                with open(where + '/f%d' % i, 'wb', 0) as file: file.write(bytes(4 << 20))
        finally:
            time.sleep(0.3)
        """;

    assertThat(run(TIGHT, writing, folder).limit()).isEqualTo(Limit.DISK);
  }

  /// In the modes without a file system of their own the folder is counted from outside, where its
  /// own user may have closed it, or no path may lead to its end.
  @ParameterizedTest
  @ValueSource(strings = {"closed", "deep", "deleted"})
  default void filesThatAreHardToFindReachTheDiskLimitToo(String where) throws Exception {
    String writing =
        """
        import os, sys, time
        if sys.argv[1] == 'closed':
            os.mkdir('closed')
            os.chmod('closed', 0o300)
            os.chdir('closed')
        elif sys.argv[1] == 'deep':
            for i in range(40):
                os.mkdir('d' * 200)
                os.chdir('d' * 200)
        held = []
        try:
            for i in range(30):
                file = open('f%d' % i, 'wb', 0)
                held.append(file)
                if sys.argv[1] == 'deleted': os.unlink('f%d' % i)
                file.write(bytes(4 << 20))
            time.sleep(5)
        finally:
            time.sleep(0.3)
        """;

    assertThat(run(TIGHT, writing, where).limit()).isEqualTo(Limit.DISK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/box", "/tmp"})
  default void tooManyFilesReachTheLimitOnInodes(String folder) throws Exception {
    String writing =
        """
        import os, sys, time
        where = os.environ['HOME' if sys.argv[1] == '/box' else 'TMPDIR']
        try:
            for i in range(2000): os.close(os.open(where + '/f%d' % i, os.O_CREAT))
            time.sleep(5)
        except OSError:
            time.sleep(0.3)
            sys.exit(3)
        """;

    assertThat(run(TIGHT, writing, folder).limit()).isEqualTo(Limit.INODES);
  }

  @Test
  default void aCommandThatFailsWithinItsLimitsHasReachedNone() throws Exception {
    String failing =
        """
        import os, sys, threading
        open('a', 'w').write('x' * 1000)
        held = [open('/dev/null') for i in range(20)]
        threading.Thread(target=print).start()
        sys.exit('no such luck')
        """;

    Execution execution = run(TIGHT, failing);

    assertThat(execution.limit()).as(execution.stderr()).isEqualTo(Limit.NONE);
    assertThat(execution.exit()).isEqualTo(1);
  }

  @Test
  default void memoryThatIsRefusedAtOnceReachesItsLimitToo() throws Exception {
    assertThat(run(TIGHT, "bytearray(1 << 40)").limit()).isEqualTo(Limit.MEMORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "shared", "many processes", "tmpfs", "memfd", "System V"})
  default void everyKindOfMemoryIsHeldOrRefused(String kind) throws Exception {
    Execution execution = run(Hogs.LIMITS, Hogs.programs().getOrDefault(kind, ""));

    if (execution.limit() == Limit.NONE) {
      assertThat(kind).as("%s", execution).isIn("tmpfs", "memfd", "System V");
      assertThat(execution.exit()).as(execution.stderr()).isEqualTo(1);
      assertThat(execution.stdout()).isEmpty();
    } else {
      assertThat(execution.limit()).as(execution.stderr()).isEqualTo(Limit.MEMORY);
      // Where the kernel holds it the peak is not above the limit. A watchdog on a busy machine can
      // come late; bench/memory measures by how much.
      boolean byTheKernel = execution.peakMemoryBytes() <= Hogs.LIMITS.memoryBytes();
      assertThat(Hogs.taken(execution))
          .isLessThanOrEqualTo(Hogs.LIMITS.memoryBytes() * (byTheKernel ? 21 : 40) / 20);
    }
  }

  private Execution run(Limits limits, String program, String... arguments)
      throws InterruptedException, IOException {
    assumeThat(Path.of("/usr/bin/python3")).as("python3 is not a program of the system").exists();
    return run(Hogs.job(folder(), program, limits, arguments));
  }
}
