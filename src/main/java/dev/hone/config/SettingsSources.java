package dev.hone.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where settings may stand, besides in the table of defaults.
///
/// @param userFile the file of the user, which need not exist
/// @param projectFiles the file of the project; none where there is no such file
/// @param environment the variables of the process
/// @param options the options of the command by name, such as `--profile`, with their values; those
///   that no key has, but {@link Settings#REPLAY}, count for nothing
public record SettingsSources(
    Path userFile,
    List<Path> projectFiles,
    Map<String, String> environment,
    Map<String, String> options) {
  /// Copies the collections.
  public SettingsSources {
    projectFiles = List.copyOf(projectFiles);
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }

  /// {@return the sources of a program that works with no project and no command line}
  ///
  /// @param userFile the file of the user, which need not exist
  /// @param environment the variables of the process
  public static SettingsSources ofUser(Path userFile, Map<String, String> environment) {
    return new SettingsSources(userFile, List.of(), environment, Map.of());
  }
}
