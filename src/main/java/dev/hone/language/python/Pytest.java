package dev.hone.language.python;

import dev.hone.failure.ErrorType;
import dev.hone.language.Toolchain;
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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// pytest, which runs tests, and pyflakes, which the gate asks, with their dependencies, pinned by
/// version and hash, in a folder of Hone's own. pip brings them, from wherever this machine's pip
/// is set up to fetch; the hashes decide what is accepted.
final class Pytest {
  private static final int MESSAGE_LINES = 6;

  private final Path runners;
  private final Progress progress;
  private final String requirements;
  private final String version;

  Pytest(Path cacheFolder, Progress progress) {
    this.runners = cacheFolder.toAbsolutePath().resolve("runners");
    this.progress = progress;
    this.requirements =
        new String(Scripts.resource("python", "requirements.txt"), StandardCharsets.UTF_8);
    this.version =
        requirements
            .lines()
            .filter(line -> line.startsWith("pytest=="))
            .map(line -> line.substring("pytest==".length(), line.indexOf(' ')))
            .findFirst()
            .orElseThrow();
  }

  /// Returns the folder that holds pytest for an interpreter, fetching it where it is missing.
  Path folder(Toolchain python) {
    Path folder = place(python);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(runners);
      Path lock = runners.resolve(".pytest.lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          Lock _ = new Lock(channel)) {
        if (!Files.isDirectory(folder)) {
          fetch(python.program(), folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not keep pytest in %s (%s); free space there or set HONE_HOME to another folder"
              .formatted(runners, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException(
          ErrorType.EXTERNAL, "fetching pytest was interrupted; run the command again", e);
    }
  }

  /// Asks for pip where pytest is still to be fetched.
  void requireSource(Toolchain python) {
    if (!Files.isDirectory(place(python))) {
      requirePip(python.program());
    }
  }

  private Path place(Toolchain python) {
    String feature = python.version().substring(0, python.version().lastIndexOf('.'));
    return runners.resolve("pytest-%s-%s-python%s".formatted(version, hash(), feature));
  }

  private void fetch(Path python, Path folder) throws IOException, InterruptedException {
    requirePip(python);
    progress.report(
        new Event.Stage(
            "fetching pytest " + version + " and pyflakes with pip, once (about 0.6 MB)"));
    Path part = Files.createTempDirectory(runners, ".pytest-");
    try {
      Path list = part.resolve("requirements.txt");
      Files.writeString(list, requirements);
      Path target = part.resolve("site");
      Programs.Answer answer = Programs.run(command(python, list, target));
      if (answer.exit() != 0 || !Files.isDirectory(target.resolve("pytest"))) {
        throw new ToolchainException(
            ErrorType.EXTERNAL,
            "pip could not fetch pytest %s; check the network and pip's settings, then run the"
                    .formatted(version)
                + " command again. pip said:\n"
                + lastLines(answer.output()));
      }
      compile(python, target);
      // Made private as a temporary folder; code in the sandbox has another user.
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      move(target, folder);
    } finally {
      delete(part);
    }
  }

  private static List<String> command(Path python, Path list, Path target) {
    return List.of(
        python.toString(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--no-compile",
        "--only-binary",
        ":all:",
        "--no-deps",
        "--require-hashes",
        "--target",
        target.toString(),
        "--requirement",
        list.toString());
  }

  // Bytecode that is used whatever the clock says, since code in the sandbox cannot write it again.
  // A file that does not compile here is only slower, so the exit code does not matter.
  private static void compile(Path python, Path target) throws IOException, InterruptedException {
    Programs.run(
        List.of(
            python.toString(),
            "-I",
            "-m",
            "compileall",
            "-q",
            "--invalidation-mode",
            "unchecked-hash",
            target.toString()));
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(requirements.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void requirePip(Path python) {
    if (Programs.ask(List.of(python.toString(), "-m", "pip", "--version")).isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "%s has no pip, which fetches pytest once; install it (Debian: apt install python3-pip,"
                  .formatted(python)
              + " Fedora: dnf install python3-pip, elsewhere: python3 -m ensurepip)");
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

  /// A lock between processes. Inside one process it is not needed: the last step is a rename.
  private record Lock(List<FileLock> held) implements AutoCloseable {
    Lock(FileChannel channel) throws IOException {
      this(take(channel));
    }

    private static List<FileLock> take(FileChannel channel) throws IOException {
      try {
        return List.of(channel.lock());
      } catch (OverlappingFileLockException e) {
        // Another thread of this process fetches too; the rename at the end keeps one of them.
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
