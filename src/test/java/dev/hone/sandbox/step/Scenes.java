package dev.hone.sandbox.step;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.launcher.Architecture;
import dev.hone.sandbox.launcher.SeccompFilter;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Short scripts that use a program in each of its ways and print all that can be seen of it. Each
/// runs in namespaces of its own, so that a program that leaves a step out spoils nothing and
/// leaves nobody behind. Only root can have it so.
final class Scenes {
  private static final String FOLDER = "/dev/hone/sandbox/steps/";
  private static final String PATH = "/usr/bin:/bin:/usr/sbin:/sbin";
  private static final String SECONDS = "90";

  private final Path folder;
  private final Path programs;
  private final Path filter;

  /// Lays out what they need.
  ///
  /// @param folder an empty folder, which is opened to all
  Scenes(Path folder) throws IOException {
    assumeThat(Tools.uid()).as("root alone can run a changed helper in all its roles").isZero();
    for (String program : List.of("python3", "unshare", "setpriv", "timeout", "ps", "pgrep")) {
      assumeThat(Tools.find(program)).as(program + " is no program of the system").isPresent();
    }
    this.folder = folder;
    this.programs = Files.createDirectory(folder.resolve("programs"));
    this.filter = folder.resolve("filter");
    open(folder);
    open(programs);
    Files.write(
        filter,
        SeccompFilter.program(
            Architecture.current().orElseThrow(), new SeccompPolicy(true, false)));
    for (String name : List.of("state.py", "reach.py", "../attacks/rights.py")) {
      Path file = programs.resolve(Path.of(name).getFileName());
      Files.writeString(file, text(name));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// {@return a file beside the scenes}
  ///
  /// @param name its name
  static String text(String name) {
    try (InputStream in = Scenes.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not among the scenes");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what a scene showed}
  ///
  /// @param scene its file
  /// @param program the command that is the program under test
  String played(String scene, List<String> program) throws IOException, InterruptedException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
    // In a session of their own: what is of low priority would else be all of who runs the tests.
    List<String> command = new ArrayList<>(List.of(Tools.path("setsid"), Tools.path("unshare")));
    command.add("--mount");
    command.addAll(List.of("--propagation", "private", "--pid", "--fork", "--kill-child"));
    command.addAll(List.of("--mount-proc", "--ipc", "--", "timeout", "-s", "KILL", SECONDS));
    command.addAll(List.of("sh", "-c", text("common.sh") + text(scene), "sh"));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "WORK", work.toString(),
                "SEE", programs.toString(),
                "FILTER", filter.toString(),
                "PATH", PATH));
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream in = process.getInputStream()) {
      String output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return output + "the scene ended with " + process.waitFor() + "\n";
    } finally {
      process.destroyForcibly();
      remove(work);
    }
  }

  private static void remove(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
