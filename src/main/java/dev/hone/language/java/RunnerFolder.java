package dev.hone.language.java;

import dev.hone.language.runner.ClassJar;
import dev.hone.language.runner.ContentHash;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder with the runner's jar and, beside it, what the JDK keeps of a first run so that later
/// ones start faster. It is made once for each runner and each build of a JDK.
final class RunnerFolder {
  private static final String JAR = "runner.jar";
  private static final String CACHE = "runner.cache";
  private static final int AOT_CACHE = 25;
  private static final String FAULTY = "Faulty.java";
  private static final List<String> TRAINING =
      List.of("Training.java", "TrainingTest.java", FAULTY);

  /// The heap may grow beyond what the sandbox grants, so that the sandbox is the one judge of
  /// memory: its verdict is certain, while an error that code can catch is not. The young part
  /// stays small, which leaves the granted memory to what code really holds. The quick compiler
  /// alone and the serial collector start fastest and need the fewest threads; two processors let
  /// concurrent code meet concurrency.
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ActiveProcessorCount=2",
          "-Xms96m",
          "-Xmn48m",
          "-Xmx8g",
          "-XX:MinHeapFreeRatio=10",
          "-XX:-UsePerfData",
          "-XX:-UseContainerSupport",
          "-XX:+DisableAttachMechanism",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Djava.awt.headless=true");

  private final Path cacheFolder;
  private final Progress progress;

  RunnerFolder(Path cacheFolder, Progress progress) {
    this.cacheFolder = cacheFolder;
    this.progress = progress;
  }

  /// Returns the folder for a JDK, made where it is missing.
  Path folder(JavaHome home) {
    ClassJar jar = RunnerJar.read();
    return place(home, jar)
        .made("the Java test runner", (part, scratch) -> make(home, jar, part, scratch));
  }

  boolean isMade(JavaHome home) {
    return place(home, RunnerJar.read()).isMade();
  }

  private PreparedFolder place(JavaHome home, ClassJar jar) {
    return new PreparedFolder(
        cacheFolder, "java-%s-%s".formatted(home.version(), hash(jar.hash(), home)));
  }

  /// Returns the command that starts the runner, without its arguments. Libraries stand behind the
  /// runner's jar, so that start-up caches hold and no library brings another JUnit.
  static List<String> command(JavaHome home, Path folder, List<Path> libraries) {
    Path cache = folder.resolve(CACHE);
    List<String> flags =
        !Files.exists(cache)
            ? List.of()
            : home.major() >= AOT_CACHE
                ? List.of("-XX:AOTCache=" + cache)
                : List.of("-XX:SharedArchiveFile=" + cache);
    return command(home, folder, libraries, flags);
  }

  private static List<String> command(
      JavaHome home, Path folder, List<Path> libraries, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(home.program().toString());
    command.addAll(FLAGS);
    command.addAll(more);
    String classPath =
        Stream.concat(Stream.of(folder.resolve(JAR)), libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", classPath));
    command.add("dev.hone.language.java.runner.Runner");
    return command;
  }

  private void make(JavaHome home, ClassJar jar, Path part, Path scratch)
      throws IOException, InterruptedException {
    progress.report(new Event.Stage("preparing the Java test runner, once"));
    jar.write(part.resolve(JAR));
    train(home, part, scratch);
  }

  /// Runs tests that come with Hone and lets the JDK write down what it loaded. A JDK that cannot
  /// do so only starts more slowly.
  private static void train(JavaHome home, Path part, Path work)
      throws IOException, InterruptedException {
    // The runner passes hidden folders over unless it is told of a file in them.
    Path faulty = Files.createDirectories(work.resolve(".faulty")).resolve(FAULTY);
    for (String name : TRAINING) {
      Path file = name.equals(FAULTY) ? faulty : work.resolve(name);
      Files.write(file, Scripts.resource("java", "training/" + name));
    }
    Path cache = part.resolve(CACHE);
    String flag = home.major() >= AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    // The runner works in its current folder, which ProcessBuilder would have to be told.
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", work.toString()));
    command.addAll(command(home, part, List.of(), List.of(flag + cache)));
    command.addAll(List.of("train", work.relativize(faulty).toString(), "TrainingTest.java"));
    Programs.run(command);
  }

  private static String hash(String jar, JavaHome home) {
    return ContentHash.of(
        Stream.concat(
            ContentHash.texts(jar, home.identity(), String.join(" ", FLAGS)),
            TRAINING.stream().map(name -> Scripts.resource("java", "training/" + name))));
  }
}
