package dev.hone.language.java;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
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

  private final Path runners;
  private final Progress progress;

  RunnerFolder(Path cacheFolder, Progress progress) {
    this.runners = cacheFolder.toAbsolutePath().resolve("runners");
    this.progress = progress;
  }

  /// Returns the folder for a JDK, made where it is missing.
  Path folder(JavaHome home) {
    RunnerJar jar = new RunnerJar();
    Path folder = runners.resolve("java-%s-%s".formatted(home.version(), hash(jar.hash(), home)));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(runners);
      Path lock = runners.resolve(".java.lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          Lock _ = new Lock(channel)) {
        if (!Files.isDirectory(folder)) {
          progress.report(new Event.Stage("preparing the Java test runner, once"));
          make(home, jar, folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not keep the Java test runner in %s (%s); free space there or set HONE_HOME to"
                  .formatted(runners, e)
              + " another folder",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "preparing the Java test runner was interrupted; run the command again",
          e);
    }
  }

  /// Returns the command that starts the runner, without its arguments.
  static List<String> command(JavaHome home, Path folder) {
    Path cache = folder.resolve(CACHE);
    List<String> flags =
        !Files.exists(cache)
            ? List.of()
            : home.major() >= AOT_CACHE
                ? List.of("-XX:AOTCache=" + cache)
                : List.of("-XX:SharedArchiveFile=" + cache);
    return command(home, folder, flags);
  }

  private static List<String> command(JavaHome home, Path folder, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(home.program().toString());
    command.addAll(FLAGS);
    command.addAll(more);
    command.addAll(List.of("-cp", folder.resolve(JAR).toString()));
    command.add("dev.hone.language.java.runner.Runner");
    return command;
  }

  private void make(JavaHome home, RunnerJar jar, Path folder)
      throws IOException, InterruptedException {
    Path part = Files.createTempDirectory(runners, ".java-");
    try {
      jar.write(part.resolve(JAR));
      train(home, part);
      // Made private as a temporary folder; code in the sandbox has another user.
      try (Stream<Path> files = Files.list(part)) {
        for (Path file : files.toList()) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
      }
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Where no lock could be had, another process may have been first, with the same content.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } finally {
      delete(part);
    }
  }

  /// Runs tests that come with Hone and lets the JDK write down what it loaded. A JDK that cannot
  /// do so only starts more slowly.
  private void train(JavaHome home, Path part) throws IOException, InterruptedException {
    Path work = part.resolve("training");
    Files.createDirectories(work);
    try {
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
      command.addAll(command(home, part, List.of(flag + cache)));
      command.addAll(List.of("train", work.relativize(faulty).toString(), "TrainingTest.java"));
      Programs.run(command);
    } finally {
      delete(work);
    }
  }

  private static String hash(String jar, JavaHome home) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : List.of(jar, home.identity(), String.join(" ", FLAGS))) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
      for (String name : TRAINING) {
        digest.update(Scripts.resource("java", "training/" + name));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// A lock between processes. Inside one process it is not needed: the last step is a rename.
  private record Lock(List<FileLock> held) implements AutoCloseable {
    Lock(FileChannel channel) throws IOException {
      this(take(channel));
    }

    private static List<FileLock> take(FileChannel channel) throws IOException {
      try {
        return List.of(channel.lock());
      } catch (OverlappingFileLockException e) {
        // Another thread of this process prepares too; the rename at the end keeps one of them.
        return List.of();
      }
    }

    @Override
    public void close() throws IOException {
      for (FileLock lock : held) {
        lock.release();
      }
    }
  }
}
