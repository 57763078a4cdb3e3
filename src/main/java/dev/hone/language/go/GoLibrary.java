package dev.hone.language.go;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.go.GoToolchain.Installation;
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

/// The standard library's archives and the test runner, built once for each Go by Go itself, so
/// that a test run calls nothing but compiler and linker.
final class GoLibrary {
  /// The runner's file in the folder.
  static final String RUNNER = "run";

  /// Starts a command that no setting of the user reaches.
  static final List<String> ENVIRONMENT =
      List.of(
          "/usr/bin/env",
          "GOTOOLCHAIN=local",
          "GOENV=off",
          "GOFLAGS=",
          "GOWORK=off",
          "GOPROXY=off",
          "GOEXPERIMENT=",
          "GOOS=",
          "GOARCH=",
          "CGO_ENABLED=0");

  private static final List<String> SOURCES =
      List.of(
          "drive/drive.go",
          "examples.go",
          "runner/build.go",
          "runner/check.go",
          "runner/embed.go",
          "runner/examples.go",
          "runner/go.mod",
          "runner/main.go",
          "runner/memory.go",
          "runner/module.go",
          "runner/packages.go",
          "runner/prepare.go",
          "runner/process.go",
          "runner/program.go",
          "runner/report.go",
          "runner/session.go");

  private static final int MESSAGE_LINES = 8;

  private final Path runners;
  private final Progress progress;

  GoLibrary(Path cacheFolder, Progress progress) {
    this.runners = cacheFolder.toAbsolutePath().resolve("runners");
    this.progress = progress;
  }

  /// Returns the folder that was prepared for an installation, preparing it where it is missing.
  Path folder(Installation go) {
    Path folder = runners.resolve("go-" + go.version() + "-" + hash(go));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(runners);
      try (FileChannel channel =
              FileChannel.open(
                  runners.resolve(".go.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          Lock _ = new Lock(channel)) {
        if (!Files.isDirectory(folder)) {
          prepare(go, folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not keep Go's prepared library in %s (%s); free space there or set HONE_HOME to"
                  .formatted(runners, e)
              + " another folder",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException(
          ErrorType.EXTERNAL, "preparing Go's library was interrupted; run the command again", e);
    }
  }

  private void prepare(Installation go, Path folder) throws IOException, InterruptedException {
    progress.report(
        new Event.Stage(
            "preparing the standard library of Go " + go.version() + ", once (about a minute)"));
    Path part = Files.createTempDirectory(runners, ".go-");
    try {
      for (String source : SOURCES) {
        Path file = part.resolve("home").resolve(source);
        Files.createDirectories(file.getParent());
        Files.write(file, Scripts.resource("go", source));
      }
      Path home = part.resolve("home");
      String runner = home.resolve(RUNNER).toString();
      String program = go.program().toString();
      run(
          part,
          List.of(
              program,
              "build",
              "-C",
              home.resolve("runner").toString(),
              "-trimpath",
              "-buildvcs=false",
              "-gcflags=all=-dwarf=false",
              "-ldflags=-s -w",
              "-o",
              runner,
              "."));
      run(part, List.of(runner, "prepare", program, go.tools().toString()));
      open(home);
      move(home, folder);
    } finally {
      delete(part);
    }
  }

  private static void run(Path part, List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ENVIRONMENT);
    command.add("GO111MODULE=on");
    command.add("GOCACHE=" + part.resolve("cache"));
    command.add("GOPATH=" + part.resolve("path"));
    command.addAll(words);
    Programs.Answer answer = Programs.run(command);
    if (answer.exit() != 0) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "Go could not build its standard library; check that `go build std` works, then run the"
              + " command again. It said:\n"
              + lastLines(answer.output()));
    }
  }

  /// Code in the sandbox has another user.
  private static void open(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        boolean runs = Files.isDirectory(file) || file.endsWith(RUNNER);
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Where no lock could be had, another process may have been first, with the same content.
      if (!Files.isDirectory(to)) {
        throw e;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String lastLines(String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - MESSAGE_LINES), lines.size()));
  }

  private static String hash(Installation go) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((go.tools() + "\n").getBytes(StandardCharsets.UTF_8));
      SOURCES.forEach(source -> digest.update(Scripts.resource("go", source)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
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
