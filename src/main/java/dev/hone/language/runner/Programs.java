package dev.hone.language.runner;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this machine: where they are and what they say of themselves. Code of a candidate is
/// never run here.
public final class Programs {
  private static final long ANSWER_SECONDS = 30;

  private Programs() {}

  /// {@return files of these names in the folders of `PATH` that may be run, in its order}
  ///
  /// @param names the program's names, the likeliest first
  public static List<Path> onPath(String... names) {
    String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .distinct()
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .toList();
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
  public record Answer(int exit, String output) {}
}
