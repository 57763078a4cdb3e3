package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that are killed in the middle of a job, which no code of their own can react to, and
/// programs beside each other.
class SeparateProgramsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Hone's own group may be some folders deep.
  private static final int GROUP_DEPTH = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bubblewrap-root",
        "unshare-root",
        "landlock",
        "container-podman",
        "container-docker"
      })
  void nothingOfItsJobIsLeft(String mode, @TempDir Path empty) throws Exception {
    ProbeResult result = new Sandboxes().probe(mode);
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();

    nothingIsLeftOf(java(LongJob.class, mode, mark(1), empty.toString()), mark(1));
  }

  /// Groups and folders, also those of boxes that wait at that moment.
  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-root", "unshare-root", "landlock"})
  void anEndInTheUsualWayLeavesNothing(String mode, @TempDir Path empty) throws Exception {
    ProbeResult result = new Sandboxes().probe(mode);
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();

    Process program = started(java(ShortProgram.class, mode, empty.toString()));

    assertThat(program.waitFor()).isZero();
    String of = "-" + program.pid() + "-";
    assertThat(found(Path.of("/sys/fs/cgroup"), GROUP_DEPTH, "hone" + of)).isEmpty();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    assertThat(found(temporary, 1, "hone-sandbox" + of)).isEmpty();
  }

  private static List<Path> found(Path root, int depth, String start) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return found;
    }
    Files.walkFileTree(
        root,
        Set.of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return visitFile(folder, attributes);
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (String.valueOf(path.getFileName()).startsWith(start)) {
              found.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // What others have there may vanish, or be closed to us.
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static ProcessBuilder java(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-user", "unshare-user", "landlock"})
  void nothingOfAnOrdinaryUsersJobIsLeft(String mode, @TempDir Path folder) throws Exception {
    assumeThat(Tools.find("bwrap").isPresent() || !mode.startsWith("bubblewrap"))
        .as("bwrap is missing; install bubblewrap")
        .isTrue();

    nothingIsLeftOf(longJob(new OrdinaryUser(folder), folder, mode, mark(2)), mark(2));
  }

  @Test
  void anotherProgramOfTheSameUserKeepsItsJob(@TempDir Path folder) throws Exception {
    OrdinaryUser user = new OrdinaryUser(folder);
    Process first = started(longJob(user, folder, "landlock", "8"));
    await(first, () -> sleeping("8") == 2 || !first.isAlive());
    Process second = started(longJob(user, folder, "landlock", mark(3)));
    try {
      await(second, () -> sleeping(mark(3)) == 2 || !second.isAlive());
      assertThat(first.isAlive()).as("the first job still runs when the second does").isTrue();

      assertThat(first.waitFor()).isZero();

      assertThat(sleeping(mark(3))).isEqualTo(2);
    } finally {
      second.destroyForcibly().waitFor();
    }
  }

  private static ProcessBuilder longJob(OrdinaryUser user, Path folder, String mode, String seconds)
      throws IOException {
    // One that the program made would stay behind when it is killed.
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rwxr-xr-x"));
    return user.java(LongJob.class.getName(), List.of(mode, seconds, empty.toString()));
  }

  private static Process started(ProcessBuilder java) throws IOException {
    return java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void nothingIsLeftOf(ProcessBuilder java, String mark) throws Exception {
    Process program = started(java);
    try {
      await(program, () -> sleeping(mark) == 2 || !program.isAlive());
      assertThat(sleeping(mark)).as("the program runs its job").isEqualTo(2);
    } finally {
      program.destroyForcibly().waitFor();
    }

    await(program, () -> sleeping(mark) == 0);
    assertThat(sleeping(mark)).isZero();
  }

  private static String mark(int number) {
    return "33" + number + ProcessHandle.current().pid();
  }

  private static long sleeping(String mark) {
    return ProcessHandle.allProcesses()
        .flatMap(p -> p.info().commandLine().stream())
        .filter(line -> line.endsWith("sleep " + mark) && !line.contains("setsid"))
        .filter(
            line -> Stream.of("sleep", "/usr/bin/sleep", "/bin/sleep").anyMatch(line::startsWith))
        .count();
  }

  /// Looks again whenever a moment has passed or the program has ended.
  private static void await(Process program, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      var _ = program.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }
}
