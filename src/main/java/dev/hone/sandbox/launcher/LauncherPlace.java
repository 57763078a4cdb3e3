package dev.hone.sandbox.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a command runs and what it sees, of one run alone.
///
/// @param groups the files by which a thread joins control groups; empty where nothing counts
/// @param mark a file that is made when the set-up is over but for what takes no time
/// @param environment the variables of the command, not empty
public record LauncherPlace(List<Path> groups, Path mark, Map<String, String> environment) {
  /// Copies list and map.
  public LauncherPlace {
    groups = List.copyOf(groups);
    environment = new LinkedHashMap<>(environment);
  }
}
