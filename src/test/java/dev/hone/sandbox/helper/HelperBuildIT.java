package dev.hone.sandbox.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The helper by itself: how it is made, and that it does nothing by halves.
class HelperBuildIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private record Ran(int exit, String output) {}

  @BeforeEach
  void thereIsACompiler() {
    assumeThat(compilers()).as("no C compiler in the system's folders").isNotEmpty();
  }

  @Test
  void everyCompilerHereTakesTheSourceWithoutAWarning() throws Exception {
    for (String name : HelperBuild.SOURCES) {
      Files.writeString(folder.resolve(name), Tools.script(HelperBuild.class, name));
    }
    for (Path compiler : compilers()) {
      Ran ran =
          run(
              List.of(
                  compiler.toString(),
                  "-std=gnu11",
                  "-O2",
                  "-Wall",
                  "-Wextra",
                  "-Wpedantic",
                  "-Wshadow",
                  "-Werror",
                  "-o",
                  folder.resolve("checked").toString(),
                  folder.resolve("helper.c").toString()));

      assertThat(ran).as(compiler.toString()).isEqualTo(new Ran(0, ""));
    }
  }

  @Test
  void itIsMadeOnceAndLeavesNothingElseBehind() throws Exception {
    Helper first = HelperBuild.in(folder);
    assertThat(first).isInstanceOf(Helper.Ready.class);
    Path program = ((Helper.Ready) first).program();
    Object madeAt = Files.getLastModifiedTime(program);

    assertThat(HelperBuild.in(folder)).isEqualTo(first);

    assertThat(Files.getLastModifiedTime(program)).isEqualTo(madeAt);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve(program.getFileName()));
    }
  }

  @Test
  void oneThatOthersCanWriteIsNotUsed() throws Exception {
    Path program = ready().program();
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(HelperBuild.in(folder)).isInstanceOf(Helper.Missing.class);
  }

  @Test
  void whereNothingCanBeWrittenItIsMissingWithAReason() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(HelperBuild.in(file.resolve("below")))
        .isInstanceOfSatisfying(
            Helper.Missing.class, it -> assertThat(it.reason()).contains(file.toString()));
  }

  @Test
  void allOrdersTogetherLeadToTheCommand() throws Exception {
    assertThat(run(line(orders()))).isEqualTo(new Ran(0, "ran\n"));
    assertThat(folder.resolve("status")).hasContent("{ \"running\": true }");
  }

  /// Each of these stands for the order of its key, or for none where it is a key alone.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cpu",
        "memory",
        "processes",
        "files",
        "fileSize",
        "user",
        "work",
        "landlock",
        "inet",
        "filter",
        "status",
        "cpu=-1",
        "cpu=1s",
        "cpu=",
        "memory=99999999999999999999",
        "landlock=yes",
        "inet=",
        "work=/nowhere",
        "write=/nowhere",
        "filter=/nowhere",
        "filter=/dev/null",
        "status=/nowhere/file",
        "status=fd:77",
        "unknown=1",
        "unknown"
      })
  void anOrderThatIsMissingOrCannotBeCarriedOutEndsIt(String order) throws Exception {
    String key = order.split("=", 2)[0];
    List<String> orders = new ArrayList<>(orders());
    boolean known = orders.removeIf(one -> one.startsWith(key + "="));
    if (order.contains("=") || !known) {
      orders.add(order);
    }

    Ran ran = run(line(orders));

    assertThat(ran.exit()).as(ran.output()).isEqualTo(125);
    assertThat(ran.output()).startsWith("hone helper: ").doesNotContain("ran\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "runs", "first", "watch", "open"})
  void anotherRoleOrOneWithoutWhatItNeedsEndsIt(String role) throws Exception {
    List<String> line = new ArrayList<>(line(orders()));
    line.set(1, role);
    // Another process than its parent, as if that had ended.
    line.add(2, "parent=" + Long.MAX_VALUE);
    line.add(2, "time=9");

    Ran ran = run(line);

    assertThat(ran.exit()).as(ran.output()).isEqualTo(125);
    assertThat(ran.output()).doesNotContain("ran\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/program", "/etc"})
  void aCommandThatCannotBeRunIsToldApartFromAStepThatFailed(String program) throws Exception {
    List<String> line = new ArrayList<>(line(orders()));
    line.subList(line.indexOf("--") + 1, line.size()).clear();
    line.add(program);

    assertThat(run(line).exit()).isEqualTo(program.equals("/etc") ? 126 : 127);
    assertThat(folder.resolve("status")).isNotEmptyFile();
  }

  @Test
  void aProgramThatIsWrittenToForAMomentMoreIsRunAfterIt() throws Exception {
    Path program = Files.copy(Path.of("/bin/true"), folder.resolve("program"));
    List<String> line = new ArrayList<>(line(orders()));
    line.subList(line.indexOf("--") + 1, line.size()).clear();
    line.add(program.toString());
    OutputStream writing = Files.newOutputStream(program, StandardOpenOption.APPEND);
    CompletableFuture<Void> written =
        CompletableFuture.runAsync(
            () -> closed(writing), CompletableFuture.delayedExecutor(40, TimeUnit.MILLISECONDS));

    assertThat(run(line)).isEqualTo(new Ran(0, ""));

    written.join();
  }

  private static void closed(OutputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCommandThatIsToldLaterIsRunAndReadsWhatFollows() throws Exception {
    Ran ran = run(waiting(), "22\nsh\0-c\0read x; echo $x\0ran\n");

    assertThat(ran).isEqualTo(new Ran(0, "ran\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "0\n", "x\nsh\0", "-3\nsh\0", "2\nsh", "9\nsh\0", "3", "123456789\n"})
  void aCommandThatIsToldWronglyEndsIt(String told) throws Exception {
    assertThat(run(waiting(), told).exit()).isEqualTo(125);
  }

  @Test
  void oneThatIsToldItsOrdersLaterDoesTheSame() throws Exception {
    List<String> line = line(orders());
    List<String> words = line.subList(1, line.size());
    String told = String.join("\0", words) + "\0";

    Ran ran = run(List.of(line.getFirst(), "told"), told.length() + "\n" + told);

    assertThat(ran).isEqualTo(new Ran(0, "ran\n"));
    assertThat(folder.resolve("status")).hasContent("{ \"running\": true }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "0\n", "x\nrun\0", "3\nrun", "5\ntold\0", "5\nruns\0", "9\nrun\0"})
  void oneThatIsToldWronglyOrNothingEnds(String told) throws Exception {
    assertThat(run(List.of(ready().program().toString(), "told"), told).exit()).isEqualTo(125);
  }

  private List<String> waiting() {
    List<String> orders = new ArrayList<>(orders());
    orders.add("wait=true");
    return line(orders);
  }

  private Helper.Ready ready() {
    Helper helper = HelperBuild.in(folder);
    assertThat(helper).isInstanceOf(Helper.Ready.class);
    return (Helper.Ready) helper;
  }

  private List<String> orders() {
    return List.of(
        "cpu=9",
        "memory=1000000000",
        "processes=5000",
        "files=64",
        "fileSize=1000000",
        "user=0",
        "work=" + folder,
        "read=/",
        "device=/dev",
        "landlock=" + (ready().landlock() > 0),
        "inet=true",
        "filter=none",
        "env=PATH=/usr/bin:/bin",
        "status=" + folder.resolve("status"));
  }

  private List<String> line(List<String> orders) {
    List<String> line = new ArrayList<>(List.of(ready().program().toString(), "run"));
    line.addAll(orders);
    line.addAll(List.of("--", "sh", "-c", "echo ran"));
    return line;
  }

  private static List<Path> compilers() {
    return Stream.of("cc", "gcc", "clang").flatMap(name -> Tools.find(name).stream()).toList();
  }

  private Ran run(List<String> command) throws IOException, InterruptedException {
    return run(command, "");
  }

  private Ran run(List<String> command, String input) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    Process process = builder.directory(folder.toFile()).start();
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // One that ended already reads nothing; how it ended is what counts.
      assertThat(process.waitFor()).isNotZero();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
