package dev.hone.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A language's own programs as found on this machine, with shims resolved.
///
/// @param program the interpreter or compiler, an absolute path with links of version managers
///   resolved
/// @param version what the program says of itself, such as `3.11.7`
/// @param readOnly folders that a sandbox must show for the toolchain and its test runner to work,
///   beyond the system's own; absolute
/// @param environment variables that the toolchain needs in the sandbox, `PATH` among them
public record Toolchain(
    Path program, String version, List<Path> readOnly, Map<String, String> environment) {
  /// Copies the collections.
  public Toolchain {
    readOnly = List.copyOf(readOnly);
    environment = Map.copyOf(environment);
  }

  /// {@return the same with more folders that a sandbox must show}
  ///
  /// @param folders the folders, absolute
  public Toolchain with(List<Path> folders) {
    List<Path> all = Stream.of(readOnly, folders).flatMap(List::stream).toList();
    return new Toolchain(program, version, all, environment);
  }
}
