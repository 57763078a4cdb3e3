package dev.hone.language;

import java.util.List;

/// One command of a toolchain, to be run in the work folder. Paths of the candidate in it are
/// relative to that folder, since not every sandbox can give it the same name.
///
/// @param command the program by its absolute path, and its arguments
/// @param input what the command reads on standard input; empty for nothing
/// @param ahead whether the command leaves the work folder alone until it has read from its
///   standard input, and is the same for all files, so that it may be started before they are known
public record Invocation(List<String> command, String input, boolean ahead) {
  /// Copies the list.
  public Invocation {
    command = List.copyOf(command);
  }

  /// Makes a command that is started when its files are there.
  ///
  /// @param command the program by its absolute path, and its arguments
  /// @param input what the command reads on standard input; empty for nothing
  public Invocation(List<String> command, String input) {
    this(command, input, false);
  }
}
