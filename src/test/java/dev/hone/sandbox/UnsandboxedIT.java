package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is held without a sandbox, tried with harmless commands only.
class UnsandboxedIT {
  private static final Limits LIMITS = SmallLimits.ALL;

  private final Sandbox none = new Sandboxes().choose(new Choice.WithoutAny(), "");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @BeforeEach
  void theFolderIsOpen() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void everyResultSaysSo() throws Exception {
    Execution execution = shell(LIMITS, "echo out; echo err >&2; exit 3");

    assertThat(execution)
        .extracting(Execution::exit, Execution::stdout, Execution::stderr, Execution::sandbox)
        .containsExactly(3, "out\n", "err\n", "unsandboxed");
    assertThat(none.mode()).isEqualTo("unsandboxed");
  }

  /// It is what the name says: a file that everybody may read is read.
  @Test
  void aFileOfTheMachineIsRead() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "of the machine");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Execution execution =
        none.run(
            new Job(List.of("/bin/cat", file.toString()), Map.of(), empty, List.of(), "", LIMITS));

    assertThat(execution.stdout()).isEqualTo("of the machine");
  }

  @Test
  void theFolderThatIsCopiedInIsNotWrittenTo() throws Exception {
    Files.writeString(folder.resolve("given"), "given");

    assertThat(shell(LIMITS, "cat given; echo changed >given").stdout()).isEqualTo("given");

    assertThat(folder.resolve("given")).hasContent("given");
  }

  @Test
  void nothingOfHonesEnvironmentIsPassed() throws Exception {
    assertThat(System.getenv()).containsKey("JAVA_HOME");
    assertThat(shell(LIMITS, "env").stdout()).contains("LANG=C.UTF-8").doesNotContain("JAVA_HOME");
  }

  @Test
  void limitsAreHeldAndNoRightsAreGained() throws Exception {
    Limits second = LIMITS.withTime(Duration.ofSeconds(1));

    assertThat(shell(second, "sleep 60").limit()).isEqualTo(Limit.WALL);
    assertThat(shell(LIMITS, "exec head -c 20M /dev/zero >big").limit()).isEqualTo(Limit.FILE_SIZE);
    assertThat(shell(LIMITS, "while :; do echo line; done").limit()).isEqualTo(Limit.OUTPUT);
    assertThat(shell(LIMITS, "id -u; grep -E 'NoNewPrivs|CapEff' /proc/self/status").stdout())
        .doesNotStartWith("0\n")
        .contains("NoNewPrivs:\t1", "CapEff:\t0000000000000000");
  }

  @Test
  void whatIsStartedInTheBackgroundIsGoneAtTheEnd() throws Exception {
    String mark = "36" + ProcessHandle.current().pid();

    Execution execution = shell(LIMITS, "setsid sleep " + mark + " >/dev/null 2>&1 & echo started");

    assertThat(execution.stdout()).isEqualTo("started\n");
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
        .noneMatch(line -> line.contains("sleep " + mark));
  }

  private Execution shell(Limits limits, String script) throws InterruptedException {
    return none.run(
        new Job(List.of("/bin/sh", "-c", script), Map.of(), folder, List.of(), "", limits));
  }
}
