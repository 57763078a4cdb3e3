package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.Crowd.Taken;
import dev.hone.sandbox.pool.BoxPool;
import dev.hone.sandbox.pool.PoolSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real boxes that wait, in the strongest mode of this machine; in others by the classes below it.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReadyBoxesIT {
  private static final Limits LIMITS = SmallLimits.ALL.withTime(Duration.ofMinutes(1));

  @SuppressWarnings("NullAway.Init")
  private Sandbox sandbox;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  /// {@return the sandbox that opens the boxes}
  Sandbox opening() {
    return new Sandboxes().choose();
  }

  @BeforeEach
  void thisModeOpensBoxesAhead() throws InterruptedException {
    sandbox = opening();
    Optional<ReadyBox> box = sandbox.ready(shell("true"));
    assumeThat(box).as(sandbox.mode() + " opens no boxes ahead here").isPresent();
    box.orElseThrow().close();
  }

  @Test
  void nothingOfOneRunIsSeenByTheNext() throws Exception {
    String looking =
        "ls -A . \"$TMPDIR\" /dev/shm 2>&1; cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -c 'slee[p] 1000';"
            + " env | grep -c MARK; ulimit -n; id -u";
    try (BoxPool pool = new BoxPool(sandbox, PoolSettings.usual())) {
      String clean = fromPool(pool, shell(looking)).stdout();
      Execution first =
          fromPool(
              pool,
              shell(
                  "for d in . \"$TMPDIR\" /dev/shm; do echo left >$d/left; mkdir $d/folder; done;"
                      + " export MARK=1; ulimit -n 20; (sleep 1000 &) ; sleep 1000 & ls"));

      Execution second = fromPool(pool, shell(looking));

      assertThat(first.stdout()).isEqualTo("folder\nleft\n");
      assertThat(unnumbered(second.stdout())).isEqualTo(unnumbered(clean)).doesNotContain("left");
    }
  }

  // As root the user is that of the place, which another run may have had. Some modes have a folder
  // of the machine for each run.
  private static String unnumbered(String output) {
    return output.replaceAll("\\d{5,}\n$", "").replaceAll("run-\\d+", "run");
  }

  @Test
  void whatIsCopiedInBelongsToTheUserOfTheBox() throws Exception {
    Path sub = Files.createDirectories(folder.resolve("sub/inner"));
    Files.writeString(sub.resolve("given"), "given");
    try (BoxPool pool = new BoxPool(sandbox, PoolSettings.usual())) {
      Execution execution =
          fromPool(
              pool,
              shell("cat sub/inner/given && echo x >sub/inner/given && rm -r sub && mkdir sub"));

      assertThat(execution).extracting(Execution::exit, Execution::stdout).contains(0, "given");
    }
    assertThat(sub.resolve("given")).hasContent("given");
  }

  @Test
  void fiftyRunsAndTheEndLeaveNothingTaken() throws Exception {
    sandbox.run(shell("true"));
    Taken before = Taken.now();

    try (BoxPool pool = new BoxPool(sandbox, PoolSettings.usual())) {
      for (int i = 0; i < 50; i++) {
        pool.expect(shell(""));
        assertThat(pool.run(shell("echo " + i)).stdout()).isEqualTo(i + "\n");
      }
    }

    nothingIsTaken(before);
  }

  @Test
  void anEndInTheMiddleOfARunLeavesNothingTaken() throws Exception {
    sandbox.run(shell("true"));
    Taken before = Taken.now();
    String mark = "36" + ProcessHandle.current().pid();

    try (BoxPool pool = new BoxPool(sandbox, PoolSettings.usual())) {
      await(pool, shell(""));
      FutureTask<Execution> running = new FutureTask<>(() -> pool.run(shell("exec sleep " + mark)));
      Thread thread = Thread.ofPlatform().start(running);
      while (ProcessHandle.allProcesses()
          .flatMap(p -> p.info().commandLine().stream())
          .noneMatch(line -> line.matches("(\\S*/)?sleep " + mark))) {
        assertThat(running.isDone()).isFalse();
      }
      thread.interrupt();
      thread.join();
      assertThat(running)
          .failsWithin(1, TimeUnit.SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(InterruptedException.class);
    }

    nothingIsTaken(before);
  }

  @Test
  void aBoxThatIsKilledWhileItWaitsIsReplacedByOneInTheUsualWay() throws Exception {
    sandbox.run(shell("true"));
    Taken before = Taken.now();

    ReadyBox box = sandbox.ready(shell("")).orElseThrow();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    while (box.waits()) {
      Thread.onSpinWait();
    }

    assertThat(box.run(shell("echo never"))).isEmpty();
    assertThat(sandbox.run(shell("echo usual")).stdout()).isEqualTo("usual\n");
    nothingIsTaken(before);
  }

  @Test
  void aJobThatWaitsForAPlaceIsGivenThatOfABox() throws Exception {
    int places = Math.clamp(8L * Runtime.getRuntime().availableProcessors(), 16, 256);
    List<ReadyBox> boxes = new ArrayList<>();
    try {
      for (int i = 0; i < places; i++) {
        sandbox.ready(shell("")).ifPresent(boxes::add);
      }
      assertThat(boxes).hasSize(places);
      assertThat(sandbox.ready(shell(""))).isEmpty();

      assertThat(sandbox.run(shell("echo run")).stdout()).isEqualTo("run\n");

      assertThat(boxes).filteredOn(ReadyBox::waits).hasSize(places - 1);
    } finally {
      boxes.forEach(ReadyBox::close);
    }
  }

  @Test
  void aBoxTakesOneJob() throws Exception {
    ReadyBox box = sandbox.ready(shell("")).orElseThrow();

    assertThat(box.run(shell("echo once")).orElseThrow().stdout()).isEqualTo("once\n");

    assertThat(box.waits()).isFalse();
    assertThat(box.run(shell("echo twice"))).isEmpty();
  }

  @Test
  void theTimeOfAJobBeginsWithIt() throws Exception {
    Limits limits = LIMITS.withWall(Duration.ofSeconds(20)).withCpu(Duration.ofSeconds(20));
    Job job = new Job(shell("").command(), Map.of(), folder, List.of(), "", limits);
    ReadyBox box = sandbox.ready(job).orElseThrow();
    long opened = System.nanoTime();
    while (System.nanoTime() - opened < 1_500_000_000) {
      Thread.onSpinWait();
    }

    Execution execution =
        box.run(
                job.withCommand(List.of("/bin/sh", "-c", "read -r line; echo $line"))
                    .withInput("x\n"))
            .orElseThrow();

    assertThat(execution.stdout()).isEqualTo("x\n");
    assertThat(execution.wall())
        .isLessThan(Duration.ofNanos(System.nanoTime() - opened - 1_400_000_000));
  }

  /// {@return what a job did in a box that waited}
  private Execution fromPool(BoxPool pool, Job job) throws Exception {
    await(pool, job);
    return pool.run(job);
  }

  private static void await(BoxPool pool, Job job) {
    pool.expect(job);
    while (pool.size() == 0) {
      Thread.onSpinWait();
    }
  }

  private static void nothingIsTaken(Taken before) throws Exception {
    Taken after = Crowd.settled();
    assertThat(after.cleared()).as("left: " + after).isTrue();
    // Other programs of the machine mount and unmount meanwhile.
    assertThat(Files.readAllLines(Path.of("/proc/self/mountinfo")))
        .noneMatch(line -> line.contains("hone-sandbox-" + ProcessHandle.current().pid()));
    assertThat(after.descriptors())
        .isLessThanOrEqualTo(before.descriptors() + Crowd.OPENED_MEANWHILE);
    // The one that is started ahead of its use has nothing to do yet.
    assertThat(ProcessHandle.current().descendants())
        .filteredOn(p -> !p.info().commandLine().orElse("").endsWith("told"))
        .isEmpty();
  }

  private Job shell(String script) {
    return new Job(List.of("/bin/sh", "-c", script), Map.of(), folder, List.of(), "", LIMITS);
  }
}
