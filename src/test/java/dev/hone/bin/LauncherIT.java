package dev.hone.bin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs copies of the real scripts in a clone that holds nothing else, with Java homes whose java
/// tells how it was started and a Maven that tells that it was.
class LauncherIT {
  @TempDir Path temp;
  private final Map<String, String> environment = new TreeMap<>();
  private Path clone;
  private Path jdks;
  private Path programs;

  /// What one start showed.
  private record Start(int exit, String out, String err) {}

  @BeforeEach
  void makeAClone() throws IOException {
    clone = temp.resolve("a clone");
    Files.createDirectories(clone.resolve("bin"));
    for (String script : List.of("hone", "verify", "find-jdk")) {
      Files.copy(
          Path.of("bin", script),
          clone.resolve("bin").resolve(script),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(clone.resolve(".mvn"));
    Files.createDirectories(clone.resolve("src/main/java"));
    Files.writeString(clone.resolve("pom.xml"), "<project/>");
    jdks = Files.createDirectories(temp.resolve("java homes"));
    programs = Files.createDirectories(temp.resolve("programs"));
    program(
        programs.resolve("mvn"),
        """
        echo "mvn $* with $JAVA_HOME" >>"$(dirname "$0")/asked"
        echo 'noise on standard output'
        mkdir -p target/lib
        echo jar >target/hone.jar
        """);
    environment.put("PATH", programs + ":/usr/bin:/bin");
    environment.put("HONE_JDK_FOLDERS", jdks.toString());
    environment.put("JAVA_HOME", "");
  }

  @Test
  void aJdkElsewhereServesWhereJavaHomeIsTooOld() throws Exception {
    built();
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    Path good = jdk("new", "25.0.1");
    Start start = hone("solve", "two words");
    assertThat(start.exit()).isEqualTo(7);
    assertThat(start.err()).isEmpty();
    assertThat(start.out().lines())
        .startsWith(good.resolve("bin/java").toString(), "--enable-native-access=ALL-UNNAMED")
        .endsWith("-jar", clone.resolve("target/hone.jar").toString(), "solve", "two words");
  }

  @Test
  void theLowestVersionThatIsEnoughWins() throws Exception {
    jdk("later", "27-ea");
    Path good = jdk("right", "25");
    jdk("oldest", "1.8.0_402");
    assertThat(findJdk()).isEqualTo(new Start(0, good + "\n", ""));
  }

  @Test
  void javaHomeAndTheJavaOnThePathComeFirst() throws Exception {
    jdk("usual", "25");
    Path onPath = jdk("elsewhere", "26");
    Files.createSymbolicLink(programs.resolve("java"), onPath.resolve("bin/java"));
    assertThat(findJdk().out()).isEqualTo(onPath.toRealPath() + "\n");
    Path home = jdk("home", "28");
    environment.put("JAVA_HOME", home.toString());
    assertThat(findJdk().out()).isEqualTo(home + "\n");
  }

  @Test
  void aMacLayoutIsUnderstood() throws Exception {
    Path home = jdk("temurin-25.jdk/Contents/Home", "25.0.2");
    assertThat(findJdk().out()).isEqualTo(home + "\n");
  }

  @Test
  void aRuntimeWithoutACompilerIsEnoughToStartAndNotToBuild() throws Exception {
    Path runtime = jdk("runtime", "25");
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(hone().exit()).isEqualTo(3);
    built();
    assertThat(hone("x").exit()).isEqualTo(7);
  }

  @Test
  void theJavaOfTheArchiveServesWhereThereIsNoOther() throws Exception {
    Path own = Files.move(jdk("runtime", "25"), clone.resolve("java"));
    Files.delete(own.resolve("bin/javac"));
    built();
    assertThat(hone("x").out()).startsWith(own.resolve("bin/java").toString());
    assertThat(run(clone.resolve("bin/verify")).exit()).isEqualTo(3);
    Path other = jdk("other", "25");
    assertThat(hone("x").out()).startsWith(other.resolve("bin/java").toString());
  }

  @Test
  void withoutAJdkTheMessageSaysWhatToInstall() throws Exception {
    jdk("old", "21.0.2");
    Start start = hone("x");
    assertThat(start.exit()).isEqualTo(3);
    assertThat(start.out()).isEmpty();
    assertThat(start.err())
        .contains(
            "Hone needs a JDK of version 25 or later",
            "apt install openjdk-25-jdk-headless",
            "dnf install java-25-openjdk-devel",
            "brew install openjdk@25",
            "sdk install java 25");
    assertThat(run(clone.resolve("bin/verify")).exit()).isEqualTo(3);
  }

  @Test
  void aCurrentBuildIsNotBuiltAgain() throws Exception {
    jdk("good", "25");
    built();
    assertThat(hone("x").exit()).isEqualTo(7);
    assertThat(asked()).isEmpty();
  }

  @Test
  void aMissingBuildIsMadeOnceWithNothingOnStandardOutput() throws Exception {
    Path good = jdk("good", "25");
    Start first = hone("x");
    assertThat(first.exit()).isEqualTo(7);
    assertThat(first.out()).doesNotContain("noise");
    assertThat(first.err()).isEqualTo("Building Hone (once)…\n");
    assertThat(hone("x").err()).isEmpty();
    assertThat(asked()).hasSize(1).first().asString().contains("package").endsWith("with " + good);
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    jdk("good", "25");
    built();
    Files.writeString(clone.resolve("src/main/java/New.java"), "");
    hone("x");
    assertThat(asked()).hasSize(1);
  }

  @Test
  void aSourceRemovedIsBuiltAgain() throws Exception {
    jdk("good", "25");
    Path source = Files.writeString(clone.resolve("src/main/java/Old.java"), "");
    built();
    Files.delete(source);
    hone("x");
    assertThat(asked()).hasSize(1);
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLog() throws Exception {
    jdk("good", "25");
    program(programs.resolve("mvn"), "echo '[ERROR] cannot find symbol'\nexit 1\n");
    Start start = hone("x");
    assertThat(start.exit()).isEqualTo(3);
    assertThat(start.out()).isEmpty();
    assertThat(start.err())
        .contains("Hone could not be built. The end of ", "[ERROR] cannot find symbol");
  }

  @Test
  void withoutMavenTheMessageSaysWhatToInstall() throws Exception {
    jdk("good", "25");
    Files.delete(programs.resolve("mvn"));
    onlyThesePrograms("dirname", "readlink", "find", "head", "mkdir", "flock");
    Start start = run(clone.resolve("bin/hone"));
    assertThat(start.exit()).isEqualTo(3);
    assertThat(start.err()).contains("mvn is not on the PATH", "apt install maven");
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    jdk("good", "25");
    program(
        programs.resolve("mvn"),
        """
        echo "mvn" >>"$(dirname "$0")/asked"
        mkfifo "$(dirname "$0")/building" && read -r _ <"$(dirname "$0")/building"
        mkdir -p target/lib
        echo jar >target/hone.jar
        """);
    Process first = start(temp.resolve("programs"), clone.resolve("bin/hone"), "first");
    Process second = start(temp.resolve("java homes"), clone.resolve("bin/hone"), "second");
    // Opened for writing, the pipe waits for the Maven that reads it.
    Path pipe = programs.resolve("building");
    while (!Files.exists(pipe)) {
      Thread.onSpinWait();
    }
    Files.writeString(pipe, "go on\n");
    assertThat(first.waitFor()).isEqualTo(7);
    assertThat(second.waitFor()).isEqualTo(7);
    assertThat(asked()).hasSize(1);
  }

  @Test
  void withoutFlockALockLeftByAKilledBuildIsTakenOver() throws Exception {
    jdk("good", "25");
    onlyThesePrograms("dirname", "find", "head", "mkdir", "cat", "rm", "touch", "sleep");
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path lock = Files.createDirectories(clone.resolve("target/build.lock.d"));
    Files.writeString(lock.resolve("pid"), ended.pid() + "\n");
    assertThat(hone("x").exit()).isEqualTo(7);
    assertThat(asked()).hasSize(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void whatTheJdkKeptOfAStartIsUsed() throws Exception {
    Path good = jdk("good", "25");
    built();
    kept(good);
    assertThat(hone("solve", "x").out().lines())
        .contains("-XX:AOTCache=" + clone.resolve("target/hone.aot"), "-Xlog:disable")
        .doesNotContain("-XX:TieredStopAtLevel=1")
        .endsWith("-jar", clone.resolve("target/hone.jar").toString(), "solve", "x");
    assertThat(hone("--version").out().lines())
        .contains(
            "-XX:AOTCache=" + clone.resolve("target/hone-quick.aot"), "-XX:TieredStopAtLevel=1")
        .endsWith("-jar", clone.resolve("target/hone.jar").toString(), "--version");
  }

  @Test
  void theParserStandsBehindTheClassesOfTheJdkInTheCacheAndInTheStart() throws Exception {
    jdk("good", "25");
    trainable();
    Path parser =
        Files.writeString(
            Files.createDirectories(clone.resolve("target/lib")).resolve("picocli-4.7.7.jar"), "");
    String behind = "-Xbootclasspath/a:" + parser;
    assertThat(hone("x").out().lines()).contains(behind);
    assertThat(hone("--version").out().lines()).doesNotContain(behind);
    assertThat(Files.readAllLines(clone.resolve("target/hone.aot"))).contains(behind);
    assertThat(Files.readAllLines(clone.resolve("target/hone-quick.aot"))).doesNotContain(behind);
  }

  @Test
  void whatIsOlderThanTheJarOrOfAnotherJdkIsNotUsed() throws Exception {
    Path good = jdk("good", "25");
    built();
    kept(good);
    Files.setLastModifiedTime(
        clone.resolve("target/hone.aot.for"), FileTime.from(Instant.now().minusSeconds(40)));
    assertThat(hone("x").out()).doesNotContain("AOTCache");
    kept(jdk("other", "25.0.9"));
    assertThat(hone("x").out()).doesNotContain("AOTCache");
    kept(good);
    FileTime date = Files.getLastModifiedTime(clone.resolve("target/hone.jar"));
    Files.writeString(clone.resolve("target/hone.jar"), "rab");
    Files.setLastModifiedTime(clone.resolve("target/hone.jar"), date);
    assertThat(hone("x").out()).doesNotContain("AOTCache");
  }

  @Test
  void aStartAfterABuildByOthersHasTheCachesMadeBehindIt() throws Exception {
    jdk("good", "25");
    trainable();
    built();
    assertThat(hone("x").out()).doesNotContain("AOTCache");
    Path last = clone.resolve("target/hone.aot.for");
    Instant end = Instant.now().plusSeconds(60);
    while (!Files.exists(last) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(hone("x").out()).contains("-XX:AOTCache=" + clone.resolve("target/hone.aot"));
  }

  @Test
  void aBuildMakesTheCaches() throws Exception {
    jdk("good", "25");
    trainable();
    assertThat(hone("x").out()).contains("-XX:AOTCache=" + clone.resolve("target/hone.aot"));
    assertThat(clone.resolve("target/hone.aot.making")).doesNotExist();
  }

  @Test
  void whereNoCacheCanBeMadeHoneStartsWithoutAndDoesNotTryAgain() throws Exception {
    jdk("good", "25");
    trainable();
    program(jdks.resolve("good/bin/java"), "printf '%s\\n' \"$@\"\nexit 7\n");
    Start first = hone("x");
    assertThat(first.exit()).isEqualTo(7);
    assertThat(first.out()).doesNotContain("AOTCache");
    assertThat(clone.resolve("target/hone.aot")).isEmptyFile();
    assertThat(hone("x").out()).doesNotContain("AOTCache");
  }

  @Test
  void aLinkToTheLauncherStartsFromAnywhere() throws Exception {
    jdk("good", "25");
    built();
    Path link = Files.createSymbolicLink(temp.resolve("a link"), Path.of("a clone/bin/hone"));
    assertThat(run(link, "x").out()).contains(clone.resolve("target/hone.jar").toString());
  }

  @Test
  void verifyRunsMavenOnTheJdkThatWasFound() throws Exception {
    Path good = jdk("good", "25");
    assertThat(run(clone.resolve("bin/verify"), "-Pslow").exit()).isZero();
    assertThat(asked()).containsExactly("mvn -B verify -Pslow with " + good);
  }

  /// Takes the machine's other programs off the PATH, such as its own Maven.
  private void onlyThesePrograms(String... names) throws IOException {
    for (String name : names) {
      program(programs.resolve(name), "PATH=/usr/bin:/bin\nexec %s \"$@\"\n".formatted(name));
    }
    environment.put("PATH", programs.toString());
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = jdks.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"%s\"\nOS_ARCH=\"x\"\n".formatted(version));
    program(home.resolve("bin/java"), "printf '%s\\n' \"$0\" \"$@\"\nexit 7\n");
    program(home.resolve("bin/javac"), "exit 1\n");
    return home;
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Leaves a build that is newer than all sources, without waiting for the clock.
  private void built() throws IOException {
    Files.createDirectories(clone.resolve("target/lib"));
    Files.writeString(clone.resolve("target/hone.jar"), "jar");
    FileTime before = FileTime.from(Instant.now().minusSeconds(60));
    for (String source : List.of("pom.xml", ".mvn", "src/main", "src/main/java")) {
      Files.setLastModifiedTime(clone.resolve(source), before);
    }
    Files.setLastModifiedTime(
        clone.resolve("target/hone.jar"), FileTime.from(Instant.now().minusSeconds(30)));
  }

  /// Leaves caches as they are after a training with this Java.
  private void kept(Path home) throws Exception {
    Files.writeString(clone.resolve("target/hone.aot"), "kept");
    Files.writeString(clone.resolve("target/hone-quick.aot"), "kept");
    List<String> sums =
        List.of(
            "cksum",
            home.resolve("release").toString(),
            clone.resolve("target/hone.jar").toString());
    assertThat(
            new ProcessBuilder(sums)
                .redirectOutput(clone.resolve("target/hone.aot.for").toFile())
                .start()
                .waitFor())
        .isZero();
  }

  /// Adds the script that makes the caches, and a java that keeps its words where it is asked to
  /// keep something.
  private void trainable() throws IOException {
    Files.copy(
        Path.of("bin/prepare-start"),
        clone.resolve("bin/prepare-start"),
        StandardCopyOption.COPY_ATTRIBUTES);
    program(
        jdks.resolve("good/bin/java"),
        """
        for word in "$@"; do
          case $word in -XX:AOTCacheOutput=*) printf '%s\\n' "$@" >"${word#*=}"; exit 1 ;; esac
        done
        printf '%s\\n' "$@"
        exit 7
        """);
  }

  private List<String> asked() throws IOException {
    Path asked = programs.resolve("asked");
    return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
  }

  private Start hone(String... arguments) throws Exception {
    return run(clone.resolve("bin/hone"), arguments);
  }

  private Start findJdk() throws Exception {
    return run(clone.resolve("bin/find-jdk"));
  }

  private Start run(Path script, String... arguments) throws Exception {
    Path folder = Files.createTempDirectory(temp, "start");
    int exit = start(folder, script, arguments).waitFor();
    return new Start(
        exit, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
  }

  private Process start(Path output, Path script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(output.resolve("out").toFile());
    builder.redirectError(output.resolve("err").toFile());
    return builder.start();
  }
}
