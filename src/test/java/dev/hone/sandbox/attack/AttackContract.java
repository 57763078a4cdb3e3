package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.RequiredModes;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.launcher.Landlock;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs every attack in one mode, each beside canaries of its own, and looks at them from outside
/// afterwards: nothing read, nothing written, nobody reached, no process left.
abstract class AttackContract {
  /// Room for a machine that does other work too.
  private static final Duration ROOM = Duration.ofSeconds(15);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  abstract String mode();

  /// {@return the sandbox that runs the attacks}
  ///
  /// @param made the sandbox of the mode
  Sandbox used(Sandbox made) {
    return made;
  }

  @TestFactory
  Stream<DynamicTest> everyAttackIsContained() throws IOException {
    Sandbox sandbox = used(RequiredModes.working(mode()));
    // The way to the canaries is open to all.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Attack.all().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.file(), () -> contained(sandbox, attack)));
  }

  /// The limits and rights of a process inside, which no attack of a moment can show to be there.
  @Test
  void limitsAndRightsAreWhatTheySay() throws Exception {
    Sandbox sandbox = used(RequiredModes.working(mode()));
    Path work = Files.createDirectory(folder.resolve("work"));
    Files.writeString(work.resolve("see.py"), Attack.text("see.py"));
    Limits limits = Attack.all().getLast().allowed();
    List<String> command = List.of(Programs.system("python3"), "-I", "-S", "see.py");

    List<String> seen =
        sandbox
            .run(new Job(command, Map.of(), work, List.of(), "", limits))
            .stdout()
            .lines()
            .toList();

    assertThat(seen)
        .contains(
            "RLIMIT_CORE (0, 0)",
            "RLIMIT_FSIZE (8388608, 8388608)",
            "RLIMIT_NOFILE (128, 128)",
            "RLIMIT_MEMLOCK (65536, 65536)",
            "RLIMIT_MSGQUEUE (65536, 65536)",
            "RLIMIT_NICE (0, 0)",
            "RLIMIT_RTPRIO (0, 0)",
            "RLIMIT_AS (-1, -1)",
            "self NoNewPrivs:\t1",
            "self Seccomp:\t2")
        // An ordinary user may not be able to empty the bounding set, which counts for nothing
        // here.
        .filteredOn(line -> line.startsWith("self Cap") && !line.startsWith("self CapBnd"))
        .hasSize(4)
        .allMatch(line -> line.endsWith("\t0000000000000000"));
    assertThat(soft(seen, "RLIMIT_CPU")).isBetween(20L, 30L);
    assertThat(soft(seen, "RLIMIT_DATA")).isBetween(512L << 20, 1L << 30);
    assertThat(soft(seen, "RLIMIT_STACK")).isBetween(8L << 20, 64L << 20);
    // What counts a user's processes counts those outside the box too.
    assertThat(soft(seen, "RLIMIT_NPROC")).isBetween(32L, 1000L);
    assertThat(seen).anyMatch(line -> line.startsWith("nice 10 0 1000"));
  }

  private static long soft(List<String> seen, String name) {
    return seen.stream()
        .filter(line -> line.startsWith(name + " ("))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 2, line.indexOf(','))))
        .findFirst()
        .orElseThrow();
  }

  private void contained(Sandbox sandbox, Attack attack) throws Exception {
    assumeThat(attack.needsScopeOfSignals(mode()) && Landlock.abi() < Helper.SIGNALS)
        .as("before Linux 6.12 what keeps signals in is that a job of root's has a user of its own")
        .isFalse();
    Path root = Files.createDirectory(folder.resolve(attack.number()));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Planted planted = new Planted(root)) {
      String mark = "attack-" + UUID.randomUUID();
      Path work = Files.createDirectory(root.resolve("work"));
      List<String> command = new ArrayList<>(Programs.command(attack, work));
      command.add(mark);
      Execution execution =
          sandbox.run(new Job(command, planted.variables(), work, List.of(), "", attack.allowed()));

      String output = execution.stdout() + execution.stderr();
      assertThat(output).doesNotContain(planted.secret());
      assertThat(survivors(mark)).isEmpty();
      noFolderIsLeft();
      assertThat(execution.wall()).isLessThan(attack.allowed().wall().plus(ROOM));
      String known = attack.known().getOrDefault(variant(), "");
      planted.unharmed(known.isEmpty());
      if (known.startsWith("counted now and then") || known.startsWith("without a control group")) {
        // Whether it gets over the limit before it is counted is a question of time, and whether
        // there is a group one of the machine.
        assertThat(execution.stdout()).contains("begun");
      } else if (known.isEmpty()) {
        assertThat(output).doesNotContain("BREACH");
        endsAsExpected(attack, execution);
      } else {
        assertThat(output)
            .as("it is listed as known (%s); if it is contained, take that out", known)
            .contains("BREACH");
      }
    }
  }

  private static void endsAsExpected(Attack attack, Execution execution) {
    assertThat(execution.stdout())
        .as(execution.toString())
        .contains(attack.ends().equals("tried") ? "tried" : "begun");
    if (attack.ends().equals("tried")) {
      assertThat(execution.limit().id()).as(execution.toString()).isEmpty();
    }
    if (!attack.limit().isEmpty()) {
      assertThat(execution.limit().id()).as(execution.toString()).isEqualTo(attack.limit());
    }
  }

  /// The mode, and who runs it where that makes a difference.
  private String variant() {
    return mode().equals("landlock") && Tools.uid() != 0 ? "landlock-user" : mode();
  }

  private static List<String> survivors(String mark) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        String line = commandLine(process);
        if (line.contains(mark)) {
          found.add(process + ": " + line.replace('\0', ' '));
        }
      }
    }
    return found;
  }

  private static String commandLine(Path process) {
    try {
      return new String(
          Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It ended in between.
      return "";
    }
  }

  /// They are removed a little after the end of a job.
  private static void noFolderIsLeft() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!leftFolders().isEmpty() && System.nanoTime() - start < ROOM.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(leftFolders()).isEmpty();
  }

  /// {@return the folders of jobs that this program left on the machine's disk}
  private static List<Path> leftFolders() throws IOException {
    String own = "hone-sandbox-" + ProcessHandle.current().pid() + "-";
    List<Path> left = new ArrayList<>();
    try (Stream<Path> places = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path place : places.filter(p -> p.getFileName().toString().startsWith(own)).toList()) {
        try (Stream<Path> inside = Files.list(place)) {
          inside.filter(p -> p.getFileName().toString().startsWith("run-")).forEach(left::add);
        }
      }
    }
    return left;
  }
}
