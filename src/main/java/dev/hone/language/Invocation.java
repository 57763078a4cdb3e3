package dev.hone.language;

import java.util.List;

/// One command of a toolchain, to be run in the work folder. Paths of the candidate in it are
/// relative to that folder, since not every sandbox can give it the same name.
///
/// @param command the program by its absolute path, and its arguments
/// @param input what the command reads on standard input; empty for nothing
public record Invocation(List<String> command, String input) {
  /// Copies the list.
  public Invocation {
    command = List.copyOf(command);
  }
}
