package dev.hone.language.runner;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Programs of this machine: where they are and what they say of themselves. Code of a candidate is
/// never run here.
public final class Programs {
  private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin";
  private static final long ANSWER_SECONDS = 30;

  private Programs() {}

  /// {@return files of these names in the folders of `PATH` that may be run, in its order}
  ///
  /// @param names the program's names, the likeliest first
  public static List<Path> onPath(String... names) {
    String path = System.getenv().getOrDefault("PATH", SYSTEM_PATH);
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .distinct()
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .toList();
  }

  /// {@return a `PATH` with the folder of a program before those of the system}
  ///
  /// @param program its absolute path
  public static String pathWith(Path program) {
    return folder(program) + File.pathSeparator + SYSTEM_PATH;
  }

  /// {@return the folder that a program was installed into, or none where it is one of the system's
  /// own} A version manager keeps the program in a folder `bin` of its version.
  ///
  /// @param program its absolute path
  public static List<Path> installation(Path program) {
    Path folder = folder(program);
    if (folder.startsWith("/usr") || folder.startsWith("/bin")) {
      return List.of();
    }
    return List.of(folder.endsWith("bin") ? folder(folder) : folder);
  }

  private static Path folder(Path path) {
    return path.resolveSibling(".").normalize();
  }

  /// A program of a toolchain, as it says of itself.
  public interface Versioned {
    /// {@return its version, such as `3.11.7`}
    String version();

    /// {@return whether Hone can use it}
    boolean isRecent();
  }

  /// {@return the first of some programs that is recent enough}
  ///
  /// @param <T> what a program says of itself
  /// @param programs their paths, the likeliest first
  /// @param ask asks a program, and returns nothing where it is not what it is called
  /// @param missing makes the message for a person if there is none, from words in brackets on
  ///   those that are too old, which may be empty and begin with a space
  /// @throws ToolchainException if there is none
  public static <T extends Versioned> T firstRecent(
      List<Path> programs, Function<Path, Optional<T>> ask, UnaryOperator<String> missing) {
    List<String> tooOld = new ArrayList<>();
    for (Path program : programs) {
      Optional<T> answer = ask.apply(program);
      if (answer.isPresent() && answer.get().isRecent()) {
        return answer.get();
      }
      answer.ifPresent(old -> tooOld.add(old.version() + " at " + program));
    }
    String seen = tooOld.isEmpty() ? "" : " (found only " + String.join(", ", tooOld) + ")";
    throw new ToolchainException(ErrorType.EXTERNAL, missing.apply(seen));
  }

  /// {@return the lines that a command prints, or none if it fails, does not start or does not
  /// answer in half a minute}
  ///
  /// @param command a program and arguments that make it print a few lines about itself
  public static List<String> ask(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        process.getOutputStream().close();
        boolean answered = process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS);
        return answered && process.exitValue() == 0 ? output(process).lines().toList() : List.of();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      // A file that cannot be started is no program, which is what an empty answer says.
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// {@return what a command printed on both streams, and how it ended}
  ///
  /// @param command the program and its arguments
  /// @throws IOException if it cannot be started or read
  /// @throws InterruptedException if the thread is interrupted; the command is ended
  public static Answer run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output = output(process);
      return new Answer(process.waitFor(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /// How a command ended.
  ///
  /// @param exit its exit code
  /// @param output what it printed
  public record Answer(int exit, String output) {
    private static final int LAST = 8;

    /// {@return the last lines that are not blank, where a program says why it failed}
    public String lastLines() {
      List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }
  }
}
