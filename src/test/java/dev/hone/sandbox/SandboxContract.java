package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.launcher.Landlock;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every sandbox mode promises. A mode that cannot run here is skipped with its reason, unless
/// `HONE_REQUIRE_SANDBOX_MODES` names it, parted by commas: then it fails.
abstract class SandboxContract implements LimitsContract {
  private static final Sandboxes ALL = new Sandboxes();
  private static final Limits LIMITS = SmallLimits.ALL;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @SuppressWarnings("NullAway.Init")
  private Sandbox sandbox;

  abstract String mode();

  /// {@return the chooser that makes the mode}
  Sandboxes sandboxes() {
    return ALL;
  }

  @BeforeEach
  void theModeWorksHere() {
    sandbox = used(RequiredModes.working(sandboxes(), mode()));
  }

  /// {@return the sandbox that runs the jobs}
  ///
  /// @param made the sandbox of the mode
  Sandbox used(Sandbox made) {
    return made;
  }

  @Test
  void aCommandRunsAndItsExitCodePasses() throws Exception {
    Execution execution = shell("echo out; echo err >&2; exit 3");

    assertThat(execution)
        .extracting(Execution::exit, Execution::stdout, Execution::limit, Execution::sandbox)
        .containsExactly(3, "out\n", Limit.NONE, mode());
    assertThat(execution.stderr()).isEqualTo("err\n");
  }

  @Test
  void aCommandReadsItsInput() throws Exception {
    assertThat(run(job(LIMITS, "line\n", "cat")).stdout()).isEqualTo("line\n");
  }

  @Test
  void theFolderIsCopiedInAndNeverWrittenTo() throws Exception {
    Files.createDirectory(directory.resolve("sub"));
    Files.writeString(directory.resolve("sub/given.txt"), "given");

    Execution execution =
        shell("cat sub/given.txt && echo changed >sub/given.txt && echo new >fresh && cat fresh");

    assertThat(execution.stdout()).isEqualTo("givennew\n");
    assertThat(directory.resolve("sub/given.txt")).hasContent("given");
    assertThat(directory.resolve("fresh")).doesNotExist();
  }

  @Test
  void nothingOfHonesEnvironmentIsSeen() throws Exception {
    Execution execution = shell("cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n'; env");

    assertThat(System.getenv()).containsKey("JAVA_HOME");
    assertThat(execution.stdout()).contains("GIVEN=yes").doesNotContain("JAVA_HOME");
  }

  @Test
  void nothingOutsideTheWorkFolderIsWritten() throws Exception {
    Execution execution =
        shell(
            "for d in / /usr /usr/bin /etc /bin /lib /var /home /root /dev /proc; do"
                + " (: >\"$d/hone-canary\") 2>/dev/null && echo \"$d\"; done; true");

    assertThat(execution.stdout()).isEmpty();
  }

  @Test
  void aFileOfTheMachineIsNotRead() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "canary");
    try {
      Execution execution =
          run(
              new Job(
                  List.of(
                      "sh",
                      "-c",
                      "cat \"$1\" /etc/shadow /proc/1/root/etc/shadow",
                      "sh",
                      secret.toString()),
                  Map.of(),
                  Files.createDirectory(directory.resolve("empty")),
                  List.of(),
                  "",
                  LIMITS));
      assertThat(execution.stdout()).isEmpty();
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void aPortOfTheMachineIsNotReached() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Execution execution =
          python(
              """
              import socket
              try:
                  socket.create_connection(("127.0.0.1", %d), 5)
                  print("reached")
              except OSError:
                  print("refused")
              """
                  .formatted(listener.getLocalPort()));

      assertThat(execution.stdout()).isEqualTo("refused\n");
    }
  }

  @Test
  void aForkBombIsContainedAndGone() throws Exception {
    Execution execution =
        run(job(LIMITS.withTime(Duration.ofSeconds(3)), "", "f() { f | f & }; f; sleep 30"));

    assertThat(execution.exit()).isNotZero();
    assertThat(execution.limit())
        .isIn(Limit.PROCESSES, Limit.WALL, Limit.CPU, Limit.OUTPUT, Limit.NONE);
  }

  @Test
  void endlessOutputIsCutAndItsHeadAndTailAreKept() throws Exception {
    Execution execution = shell("echo first; yes");

    assertThat(execution.limit()).isEqualTo(Limit.OUTPUT);
    assertThat(execution.truncated()).isTrue();
    assertThat(execution.stdout()).startsWith("first\ny\n").endsWith("y\n").hasSizeLessThan(70_000);
  }

  @Test
  void sleepingPastTheLimitEndsAndKeepsWhatWasPrinted() throws Exception {
    Execution execution =
        run(job(LIMITS.withTime(Duration.ofSeconds(1)), "", "echo before; sleep 60; echo after"));

    assertThat(execution.limit()).isEqualTo(Limit.WALL);
    assertThat(execution.stdout()).isEqualTo("before\n");
    assertThat(execution.wall()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aBusyLoopReachesTheProcessorLimit() throws Exception {
    Limits limits =
        new Limits(
            Duration.ofMinutes(2),
            Duration.ofMillis(500),
            256L << 20,
            32,
            128,
            1024,
            1L << 20,
            1024);

    assertThat(run(job(limits, "", "while :; do :; done")).limit()).isEqualTo(Limit.CPU);
  }

  @Test
  void aHogOfPrivateMemoryReachesTheMemoryLimit() throws Exception {
    assertThat(python("x = []\nwhile True: x.append(bytearray(1 << 20))").limit())
        .isEqualTo(Limit.MEMORY);
  }

  @Test
  void aHogOfSharedMemoryReachesTheMemoryLimit() throws Exception {
    Execution execution =
        python(
            """
            import mmap
            m = mmap.mmap(-1, 1 << 30)
            for i in range(0, 1 << 30, 4096):
                m[i] = 1
            """);

    assertThat(execution.limit()).isEqualTo(Limit.MEMORY);
  }

  @Test
  void aHugeFileReachesTheFileSizeLimit() throws Exception {
    assertThat(shell("exec head -c 100M /dev/zero >big").limit()).isEqualTo(Limit.FILE_SIZE);
  }

  @Test
  void aBackgroundProcessIsGoneAtTheEnd() throws Exception {
    String mark = "31" + ProcessHandle.current().pid();

    Execution execution = shell("setsid sleep " + mark + " >/dev/null 2>&1 & echo started");

    assertThat(execution.stdout()).isEqualTo("started\n");
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
        .noneMatch(line -> line.contains("sleep " + mark));
  }

  @Test
  void noMoreRightsAreGot() throws Exception {
    Execution execution =
        shell(
            "while read -r line; do echo \"$line\"; done </proc/$$/status;"
                + " mount -t tmpfs x /tmp 2>/dev/null && echo mounted;"
                + " unshare -Ur true 2>/dev/null && echo unshared; id -u");

    assertThat(execution.stdout())
        .contains("CapEff:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2")
        .doesNotContain("mounted", "unshared")
        .doesNotEndWith("\n0\n");
  }

  @Test
  void anInterruptEndsTheTree() throws Exception {
    String mark = "32" + ProcessHandle.current().pid();
    FutureTask<Execution> running = new FutureTask<>(() -> shell("sleep " + mark));
    Thread thread = Thread.ofPlatform().start(running);
    // The job's own command, and not the set-up, whose command line ends with the same words.
    while (ProcessHandle.allProcesses()
        .flatMap(p -> p.info().commandLine().stream())
        .noneMatch(line -> line.matches("(\\S*/)?sleep " + mark))) {
      assertThat(running.isDone() ? running.get() : null)
          .as("an end before the interrupt")
          .isNull();
    }

    thread.interrupt();

    assertThat(running)
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
        .noneMatch(line -> line.endsWith("sleep " + mark));
  }

  @Test
  void twoJobsRunBesideEachOther() throws Exception {
    assumeThat(mode().equals("landlock") && means().contains("Java") && Tools.uid() != 0)
        .as("without the helper nothing tells the orphans of two jobs of one user apart")
        .isFalse();
    String mark = "35" + ProcessHandle.current().pid();
    FutureTask<Execution> running = new FutureTask<>(() -> shell("exec sleep " + mark));
    Thread thread = Thread.ofPlatform().start(running);
    try {
      while (ProcessHandle.allProcesses()
          .flatMap(p -> p.info().commandLine().stream())
          .noneMatch(line -> line.matches("(\\S*/)?sleep " + mark))) {
        assertThat(running.isDone()).isFalse();
      }

      assertThat(shell("echo second").stdout()).isEqualTo("second\n");

      assertThat(running.isDone()).isFalse();
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  @Test
  void whatIsStartedApartReachesNoProcessBeforeIt() throws Exception {
    assumeThat(means()).as("done by the helper, in namespaces").contains("Landlock inside, by");
    String reach = "cat /proc/$PPID/environ >/dev/null && echo read; kill -0 $PPID && echo reached";

    Execution execution =
        shell("\"$HONE_APART\" apart -- sh -c '" + reach + "; mkdir a b; >a/x; mv a/x b/y; ls b'");

    // Landlock keeps signals in from its sixth version on.
    String signal = Landlock.abi() >= Helper.SIGNALS ? "" : "reached\n";
    assertThat(execution.stdout()).as(execution.stderr()).isEqualTo(signal + "y\n");
  }

  @Test
  void landlockDrawsTheLinesASecondTime() throws Exception {
    assumeThat(means()).as("a second wall needs Landlock inside").contains("Landlock inside, by");
    Execution execution = shell("touch x \"$TMPDIR/x\" && echo touched; echo y >/proc/$$/comm");

    assertThat(execution.stdout()).isEqualTo("touched\n");
    assertThat(execution.stderr()).contains("Permission denied");
  }

  private String means() {
    return sandboxes().probe(mode()).means();
  }

  /// By share of the processor and not by the nice value: where the kernel groups processes by
  /// session, that counts only inside a group.
  @Test
  void aBusyProgramLeavesTheCoresToTheMachineAndIsNotStarvedByIt() throws Exception {
    assumeThat(mode())
        .as("all containers of an engine have together the weight of the engine's own group")
        .doesNotStartWith("container-");
    assumeThat(mode())
        .as("beside busy cores the Java launcher of " + mode() + " takes longer than a test may")
        .matches(mode -> mode.startsWith("bubblewrap") || means().contains("by the helper"));
    String loop = "while :; do :; done";
    List<Process> rivals = new ArrayList<>();
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        rivals.add(new ProcessBuilder("/bin/sh", "-c", loop).start());
      }
      Duration before = used(rivals);

      Execution execution = run(job(LIMITS.withTime(Duration.ofSeconds(3)), "", loop));

      Duration others = used(rivals).minus(before).dividedBy(rivals.size());
      // Where the kernel groups by session all rivals are one group, and each core has but a part
      // of its weight.
      assertThat(execution.cpu())
          .isBetween(others.dividedBy(40), others.multipliedBy(3).dividedBy(4));
    } finally {
      rivals.forEach(Process::destroyForcibly);
    }
  }

  private static Duration used(List<Process> processes) {
    return processes.stream()
        .map(process -> process.info().totalCpuDuration().orElseThrow())
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void nodeAndPythonRun() throws Exception {
    assertThat(python("print('hello')").stdout()).isEqualTo("hello\n");
    assumeThat(Path.of("/usr/bin/node")).as("node is not among the system's programs").exists();
    Limits roomy = LIMITS.withMemory(1L << 30);
    assertThat(run(job(roomy, "", "exec node -e 'console.log(\"hello\")'")).stdout())
        .isEqualTo("hello\n");
  }

  private Execution shell(String script) throws InterruptedException {
    return run(job(LIMITS, "", script));
  }

  private Execution python(String program) throws InterruptedException, IOException {
    assumeThat(Path.of("/usr/bin/python3")).as("python3 is not a program of the system").exists();
    Files.writeString(directory.resolve("program.py"), program);
    return shell("exec /usr/bin/python3 program.py");
  }

  private Job job(Limits limits, String input, String script) {
    return new Job(
        List.of("/bin/sh", "-c", script),
        Map.of("GIVEN", "yes"),
        directory,
        List.of(),
        input,
        limits);
  }

  @Override
  public Path folder() {
    return directory;
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    return sandbox.run(job);
  }
}
