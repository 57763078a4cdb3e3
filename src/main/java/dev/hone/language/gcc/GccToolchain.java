package dev.hone.language.gcc;

import dev.hone.failure.ErrorType;
import dev.hone.language.Invocation;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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
import java.util.Map;
import java.util.stream.Stream;

/// Finds a compiler and has the runner built for it, once on each machine.
final class GccToolchain {
  private final Dialect dialect;
  private final Path runners;
  private final Progress progress;
  private final Once<Compiler> compiler;
  private final Once<Found> found = new Once<>(this::prepare);

  GccToolchain(Dialect dialect, Path cacheFolder, Progress progress) {
    this.dialect = dialect;
    this.compiler = new Once<>(() -> Compiler.find(dialect));
    this.runners = cacheFolder.toAbsolutePath().resolve("runners");
    this.progress = progress;
  }

  private record Found(Toolchain toolchain, Path runner) {}

  Toolchain installed() {
    return describe(compiler.get());
  }

  Toolchain toolchain() {
    return found.get().toolchain();
  }

  /// A command of the runner: `tests` or `check`, and the files it is about.
  Invocation invocation(String mode, List<String> paths, String input) {
    Path folder = found.get().runner();
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("runner").toString());
    command.add(mode);
    command.add(folder.resolve("settings").toString());
    command.addAll(paths);
    return new Invocation(command, input);
  }

  private Found prepare() {
    Path runner = runner(compiler.get());
    return new Found(installed().with(List.of(runner)), runner);
  }

  private static Toolchain describe(Compiler compiler) {
    List<Path> readOnly = new ArrayList<>();
    Path bin = compiler.program().resolveSibling(".").normalize();
    if (!bin.startsWith("/usr") && !bin.startsWith("/bin")) {
      readOnly.add(bin.endsWith("bin") ? bin.resolveSibling(".").normalize() : bin);
    }
    Map<String, String> environment =
        Map.of(
            "PATH", bin + ":/usr/local/bin:/usr/bin:/bin",
            "LANG", "C.UTF-8",
            "UBSAN_OPTIONS", "print_stacktrace=0");
    return new Toolchain(compiler.program(), compiler.version(), readOnly, environment);
  }

  private Path runner(Compiler compiler) {
    Path folder = runners.resolve(dialect.folder() + "-" + hash(compiler));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(runners);
      try (FileChannel channel =
              FileChannel.open(
                  runners.resolve("." + dialect.folder() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          Lock _ = Lock.of(channel)) {
        if (!Files.isDirectory(folder)) {
          build(compiler, folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not keep the test runner of %s in %s (%s); free space there or set HONE_HOME to another folder"
              .formatted(dialect.isCpp() ? "C++" : "C", runners, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException(
          ErrorType.EXTERNAL, "building the test runner was interrupted; run it again", e);
    }
  }

  private void build(Compiler compiler, Path folder) throws IOException, InterruptedException {
    String language = dialect.isCpp() ? "C++ (about 15 s)" : "C (about 2 s)";
    progress.report(new Event.Stage("preparing the test runner of " + language + ", once"));
    Path part = Files.createTempDirectory(runners, "." + dialect.folder() + "-");
    try {
      new BuiltRunner(dialect, compiler).build(part, folder);
      // Made private as a temporary folder; code in the sandbox has another user.
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

  /// Everything that the built files depend on.
  private String hash(Compiler compiler) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((compiler + " " + dialect).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Stream.of(BuiltRunner.RUNNER, BuiltRunner.RUNNER_HEADERS, BuiltRunner.SHARED)
          .flatMap(List::stream)
          .forEach(name -> digest.update(Scripts.resource("gcc", name)));
      dialect.headers().forEach(name -> digest.update(Scripts.resource(dialect.folder(), name)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// A lock between processes. Inside one process it is not needed: the last step is a rename.
  private record Lock(List<FileLock> held) implements AutoCloseable {
    static Lock of(FileChannel channel) throws IOException {
      try {
        return new Lock(List.of(channel.lock()));
      } catch (OverlappingFileLockException e) {
        // Another thread of this process builds too; the rename at the end keeps one of them.
        return new Lock(List.of());
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
