package dev.hone.config;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where Hone keeps its files. No folder is made until [#make] is called.
///
/// @param cache downloads, test runners and compiler caches; all of it can be fetched again
/// @param data the run log
/// @param config the settings
public record Folders(Path cache, Path data, Path config) {
  /// {@return the folders that an environment asks for} `HONE_HOME` puts all three under one
  /// folder; else the XDG variables count, as far as they are absolute; else their usual defaults.
  ///
  /// @param environment the variables of the process
  /// @param home the user's home folder
  public static Folders of(Map<String, String> environment, Path home) {
    String one = environment.getOrDefault("HONE_HOME", "");
    if (!one.isBlank()) {
      Path root = Path.of(one).toAbsolutePath().normalize();
      return new Folders(root.resolve("cache"), root.resolve("data"), root.resolve("config"));
    }
    return new Folders(
        xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        xdg(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")),
        xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")));
  }

  /// {@return the settings file, which need not exist}
  public Path configFile() {
    return config.resolve("config.toml");
  }

  private static Path xdg(Map<String, String> environment, String variable, Path usual) {
    String value = environment.getOrDefault(variable, "");
    // The XDG specification has relative paths ignored.
    Path base = value.startsWith("/") ? Path.of(value) : usual;
    return base.resolve("hone");
  }

  /// {@return the folder, made with its parents where it was missing}
  ///
  /// @param folder one of the three, or a folder below one
  /// @throws UsageException if it cannot be made or written
  public static Path make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unusable(folder, "cannot be made");
    }
    if (!Files.isWritable(folder)) {
      throw unusable(folder, "cannot be written");
    }
    return folder;
  }

  private static UsageException unusable(Path folder, String why) {
    return new UsageException(
        "the folder %s %s; change its owner, or set HONE_HOME to a folder of yours"
            .formatted(folder, why));
  }
}
