package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /// A program that takes memory by a piece of text and prints a dot for each 2 MiB it has.
  String HOG =
      """
      import ctypes, mmap, os, sys
      PIECE = 2 << 20
      def dot():
          os.write(1, b".")
      def fill(m):
          for at in range(0, len(m), PIECE):
              m[at:at + PIECE] = b"x" * PIECE
              dot()
      """;

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

    assertThat(run(TIGHT, starting).limit()).isEqualTo(Limit.PROCESSES);
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
  default void privateMemoryIsHeld() throws Exception {
    held(HOG + "fill(mmap.mmap(-1, 900 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))");
  }

  @Test
  default void memoryThatIsRefusedAtOnceReachesItsLimitToo() throws Exception {
    assertThat(run(TIGHT, "bytearray(1 << 40)").limit()).isEqualTo(Limit.MEMORY);
  }

  @Test
  default void sharedMemoryIsHeld() throws Exception {
    held(HOG + "fill(mmap.mmap(-1, 1 << 30))");
  }

  @Test
  default void memoryOfManyProcessesIsHeld() throws Exception {
    held(
        HOG
            + """
            for i in range(16):
                if os.fork() == 0:
                    m = mmap.mmap(-1, 48 << 20)
                    fill(m)
                    os.read(os.pipe()[0], 1)
            for i in range(16): os.wait()
            """);
  }

  @Test
  default void filesInMemoryAreHeld() throws Exception {
    Limits limits = TIGHT.withDisk(1L << 30).withFileSize(1L << 30);
    Execution execution =
        run(
            limits,
            HOG
                + """
                try:
                    file = open('/tmp/f', 'wb', 0)
                except PermissionError:
                    sys.exit(0)
                for i in range(500):
                    file.write(b'x' * PIECE)
                    dot()
                """);

    assumeThat(execution.sandbox())
        .as("without a view of its own the files of a job are on the machine's disk")
        .isNotEqualTo("landlock");
    held(execution);
  }

  @Test
  default void nameLessFilesInMemoryAreHeldOrRefused() throws Exception {
    heldOrRefused(
        HOG
            + """
            while True:
                file = os.memfd_create('hog')
                for i in range(7):
                    os.write(file, b'x' * PIECE)
                    dot()
            """);
  }

  @Test
  default void sharedSegmentsAreHeldOrRefused() throws Exception {
    heldOrRefused(
        HOG
            + """
            libc = ctypes.CDLL(None, use_errno=True)
            libc.shmat.restype = ctypes.c_void_p
            while True:
                key = libc.shmget(0, 16 << 20, 0o1600)
                if key < 0: sys.exit('refused: %d' % ctypes.get_errno())
                at = libc.shmat(key, None, 0)
                for i in range(0, 16 << 20, PIECE):
                    ctypes.memset(at + i, 120, PIECE)
                    dot()
            """);
  }

  private void held(String program) throws Exception {
    held(run(TIGHT, program));
  }

  private void heldOrRefused(String program) throws Exception {
    Execution execution = run(TIGHT, program);
    if (execution.limit() == Limit.NONE) {
      assertThat(execution.exit()).as(execution.stderr()).isEqualTo(1);
      assertThat(execution.stdout()).isEmpty();
    } else {
      held(execution);
    }
  }

  /// Counted by the program itself, and not by who watches it. A group's limit is the kernel's.
  private static void held(Execution execution) {
    assertThat(execution.limit()).as(execution.stderr()).isEqualTo(Limit.MEMORY);
    long taken = execution.stdout().length() * (2L << 20);
    assertThat(taken).isLessThanOrEqualTo(TIGHT.memoryBytes() * 11 / 10);
    assertThat(execution.peakMemoryBytes()).isLessThanOrEqualTo(TIGHT.memoryBytes() * 11 / 10);
  }

  private Execution run(Limits limits, String program, String... arguments)
      throws InterruptedException, IOException {
    assumeThat(Path.of("/usr/bin/python3")).as("python3 is not a program of the system").exists();
    Files.writeString(folder().resolve("program.py"), program);
    String words = "exec /usr/bin/python3 -I -S program.py " + String.join(" ", arguments);
    return run(new Job(List.of("/bin/sh", "-c", words), Map.of(), folder(), List.of(), "", limits));
  }
}
