package dev.hone.cli;

import dev.hone.cli.terminal.IgnoredInterrupts;
import dev.hone.failure.UsageException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The editor of a person, which runs on their terminal.
///
/// @param command how it is started, as `VISUAL` and `EDITOR` have it: a program, often with words
record Editor(String command) {
  private static final List<String> USUAL = List.of("editor", "nano", "vim", "vi");
  private static final int NOT_FOUND = 127;

  /// {@return the editor that the environment names, else a usual one that is there}
  ///
  /// @param environment the variables that count: `VISUAL`, `EDITOR`, `PATH`
  /// @throws UsageException if there is none
  static Editor of(Map<String, String> environment) {
    return Stream.concat(
            Stream.of("VISUAL", "EDITOR").map(name -> environment.getOrDefault(name, "").strip()),
            USUAL.stream().filter(name -> isThere(name, environment.getOrDefault("PATH", ""))))
        .filter(command -> !command.isEmpty())
        .findFirst()
        .map(Editor::new)
        .orElseThrow(
            () ->
                new UsageException(
                    "no editor is here; name yours, such as: EDITOR=nano hone solve --edit"));
  }

  private static boolean isThere(String name, String path) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /// Returns once the person has left the editor.
  ///
  /// @param file what they edit
  /// @throws UsageException if the editor cannot be started, or says that it failed
  /// @throws InterruptedException if the calling thread was interrupted; the editor is ended
  void edit(Path file) throws InterruptedException {
    int exit = ended(file);
    if (exit == NOT_FOUND) {
      throw new UsageException(
          "the editor '%s' could not be started; set EDITOR to one that is there"
              .formatted(command));
    }
    if (exit != 0) {
      throw new UsageException(
          "the editor '%s' ended with exit code %d, so nothing was done".formatted(command, exit));
    }
  }

  private int ended(Path file) throws InterruptedException {
    // Ctrl-C in an editor is for the editor, and the terminal sends it to both. The editor must not
    // inherit that it is ignored, so it is started first.
    try (IgnoredInterrupts ignored = new IgnoredInterrupts()) {
      Process process = start(file);
      try {
        ignored.begin();
        return process.waitFor();
      } finally {
        process.destroy();
      }
    }
  }

  private Process start(Path file) {
    try {
      return new ProcessBuilder(words(file))
          .redirectInput(Redirect.INHERIT)
          .redirectOutput(Redirect.INHERIT)
          .redirectError(Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UsageException(
          "the editor '%s' could not be started (%s); set EDITOR to one that is there"
              .formatted(command, e.getMessage()));
    }
  }

  // What an editor draws goes to standard error, since standard output may be a file. Only what is
  // more than words needs the shell to read it; the shell gives way to the editor in any case, so
  // that no shell is there for Ctrl-C to end.
  private List<String> words(Path file) {
    boolean plain = command.matches("[\\w./+@:,= -]+") && !command.matches("\\w+=.*");
    List<String> words = new ArrayList<>(List.of("sh", "-c"));
    words.add(plain ? "exec \"$@\" >&2" : "exec >&2; " + command + " \"$@\"");
    words.add("sh");
    if (plain) {
      words.addAll(List.of(command.split(" +")));
    }
    words.add(file.toString());
    return words;
  }
}
