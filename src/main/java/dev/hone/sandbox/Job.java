package dev.hone.sandbox;

import dev.hone.sandbox.collect.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One command for the sandbox.
///
/// @param command the program and its arguments; a program without `/` is searched in the
///   environment's `PATH`
/// @param environment all variables that the command sees, beyond `HOME`, `TMPDIR` and `LANG`,
///   which the sandbox sets; nothing of Hone's own environment is passed
/// @param directory a folder whose content is copied in as the work folder; it is never written to
/// @param readOnly folders and files outside the system's own that the command may read, absolute;
///   those that do not exist are left out
/// @param input what the command reads on standard input; empty for nothing
/// @param limits what it may use
/// @param wanted files to take out of the work folder when all of its processes are gone
/// @param ahead whether the command leaves the work folder alone until it has read from its
///   standard input, so that it may be started before the folder is filled
public record Job(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    List<Path> readOnly,
    String input,
    Limits limits,
    Wanted wanted,
    boolean ahead) {
  /// Copies the collections.
  public Job {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    readOnly = List.copyOf(readOnly);
  }

  /// Makes a job of which no file is taken.
  ///
  /// @param command the program and its arguments
  /// @param environment all variables that the command sees
  /// @param directory a folder whose content is copied in as the work folder
  /// @param readOnly folders and files outside the system's own that the command may read
  /// @param input what the command reads on standard input; empty for nothing
  /// @param limits what it may use
  public Job(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      List<Path> readOnly,
      String input,
      Limits limits) {
    this(command, environment, directory, readOnly, input, limits, Wanted.nothing(), false);
  }

  /// {@return the same job with another command}
  ///
  /// @param other the program and its arguments
  public Job withCommand(List<String> other) {
    return new Job(other, environment, directory, readOnly, input, limits, wanted, ahead);
  }

  /// {@return the same job with files to take out of its work folder}
  ///
  /// @param other which files, and where to
  public Job withWanted(Wanted other) {
    return new Job(command, environment, directory, readOnly, input, limits, other, ahead);
  }

  /// {@return the same job with another input}
  ///
  /// @param other what the command reads on standard input
  public Job withInput(String other) {
    return new Job(command, environment, directory, readOnly, other, limits, wanted, ahead);
  }

  /// {@return the same job with another answer to whether its command may be started before its
  /// work folder is filled}
  ///
  /// @param other the answer
  public Job withAhead(boolean other) {
    return new Job(command, environment, directory, readOnly, input, limits, wanted, other);
  }
}
