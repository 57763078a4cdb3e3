package dev.hone.sandbox;

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
public record Job(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    List<Path> readOnly,
    String input,
    Limits limits) {
  /// Copies the collections.
  public Job {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    readOnly = List.copyOf(readOnly);
  }
}
