package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the user's own npm or pip to fetch packages, never to run what is in them. Both take their
/// registry, proxy and certificates from the user's environment and settings.
final class PackageClient {
  private static final int TAIL_LINES = 5;

  private final Access access;

  PackageClient(Access access) {
    this.access = access;
  }

  /// How a program ended.
  ///
  /// @param exit its exit status
  /// @param tail the last lines that it wrote
  record Ended(int exit, String tail) {}

  /// Runs a program in a folder of Hone's, since npm and python read settings and modules from the
  /// folder they start in. Its temporary files go there too, where there is room for them.
  ///
  /// @param command the program's name, looked up on the PATH, and its arguments
  /// @param folder an existing folder; `tmp` and `client.log` in it are overwritten
  /// @param install what to type where the program is missing
  Ended run(List<String> command, Path folder, String install) throws IOException {
    Path log = folder.resolve("client.log");
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(find(command.getFirst(), install)), command.stream().skip(1))
                .toList());
    builder.environment().clear();
    builder.environment().putAll(access.environment());
    builder.environment().put("TMPDIR", temporary.toString());
    builder
        .directory(folder.toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    return new Ended(exitOf(builder.start(), command.getFirst()), tail(log));
  }

  private int exitOf(Process process, String program) {
    // Ctrl-C ends Hone; what it started must not go on fetching.
    Thread atExit = new Thread(() -> kill(process));
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      throw new ModelException(
          ErrorType.EXTERNAL, program + " was interrupted; run the command again to go on", e);
    } finally {
      forget(atExit);
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // Hone is ending and the hook runs already.
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The PATH of the access is searched here: starting a process would search Hone's own.
  private String find(String program, String install) {
    for (String folder : access.environment().getOrDefault("PATH", "").split(":", -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, program).toAbsolutePath();
      if (Files.isExecutable(file) && !Files.isDirectory(file)) {
        return file.toString();
      }
    }
    throw new ModelException(
        ErrorType.EXTERNAL, program + " is needed and not on the PATH; " + install);
  }

  private static String tail(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - TAIL_LINES))
        .collect(Collectors.joining("\n"));
  }
}
