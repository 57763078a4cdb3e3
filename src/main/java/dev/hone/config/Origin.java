package dev.hone.config;

import java.nio.file.Path;

/// Where a setting came from. A later layer goes before an earlier one: default, user, project,
/// variable, option; a profile goes before the files' own settings.
public sealed interface Origin {
  /// Nobody set it.
  record Usual() implements Origin {}

  /// A file.
  ///
  /// @param file the file
  /// @param line its line, from 1; 0 where it could not be told
  /// @param profile the profile of the file that sets it; empty for none
  /// @param project whether it is the file of a project, not that of the user
  record InFile(Path file, int line, String profile, boolean project) implements Origin {}

  /// A variable of the environment.
  ///
  /// @param name its name
  record Variable(String name) implements Origin {}

  /// An option of the command.
  ///
  /// @param name its name, such as `--model`
  record Option(String name) implements Origin {}

  /// {@return the layer: `default`, `user`, `project`, `environment` or `option`}
  default String layer() {
    return switch (this) {
      case Usual _ -> "default";
      case InFile file -> file.project() ? "project" : "user";
      case Variable _ -> "environment";
      case Option _ -> "option";
    };
  }

  /// {@return the file with its line, the variable or the option; empty for a default}
  default String place() {
    return switch (this) {
      case Usual _ -> "";
      case InFile(Path file, int line, _, _) -> line > 0 ? file + ":" + line : file.toString();
      case Variable(String name) -> name;
      case Option(String name) -> name;
    };
  }

  /// {@return the profile that set it; empty for none}
  default String byProfile() {
    return this instanceof InFile file ? file.profile() : "";
  }
}
