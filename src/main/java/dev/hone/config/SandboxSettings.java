package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The sandbox as the table `[sandbox]` of `config.toml` sets it. A limit has there the name that
/// results give it: `wall = "30 s"`, `memory = "1 GiB"`, `processes = 64`. `mode = "container"`
/// names the mode, and `image = "debian:12"` the image of containers. That there be no sandbox at
/// all cannot be set.
///
/// @param limits all limits; those that the file does not set are the usual ones, and the processor
///   time is that of the clock
/// @param given those that the file sets
/// @param mode the name of the mode, as `--sandbox` takes it; empty where the file names none
/// @param image the image of containers; empty for one of Hone's own
public record SandboxSettings(Limits limits, Set<Limit> given, String mode, String image) {
  private static final String TABLE = SettingsFile.SANDBOX;
  private static final String MODE = "mode";
  private static final String IMAGE = "image";

  /// What an engine takes for the name of an image, and nothing that it could take for an option.
  private static final Pattern IMAGE_NAME = Pattern.compile("[a-z0-9][A-Za-z0-9._/:@-]*");

  /// Copies the set.
  public SandboxSettings {
    given = Set.copyOf(given);
  }

  /// {@return the usual limits}
  public static SandboxSettings usual() {
    return new SandboxSettings(Limits.defaults(), Set.of(), "", "");
  }

  /// {@return what a file sets; the usual limits if it is not there}
  ///
  /// @param file the settings file
  /// @throws UsageException if it cannot be read, or has a key or a value that means nothing
  public static SandboxSettings read(Path file) {
    return of(file, SettingsFile.table(file, TABLE));
  }

  /// {@return whether the file sets a limit}
  ///
  /// @param limit the limit
  public boolean gives(Limit limit) {
    return given.contains(limit);
  }

  /// {@return the limits with another time by the clock, which is that of the processor too unless
  /// the file sets that}
  ///
  /// @param wall above 0
  public Limits timed(Duration wall) {
    return gives(Limit.CPU) ? limits.withWall(wall) : limits.withTime(wall);
  }

  private static SandboxSettings of(Path file, JsonNode table) {
    Limits limits = Limits.defaults();
    Set<Limit> given = EnumSet.noneOf(Limit.class);
    String mode = "";
    String image = "";
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      switch (entry.getKey()) {
        case MODE -> mode = word(file, MODE, entry.getValue());
        case IMAGE -> image = image(file, word(file, IMAGE, entry.getValue()));
        default -> {
          Limit limit = limit(file, entry.getKey());
          String name = name(file, limit.id());
          limits = with(limits, limit, name, text(name, entry.getValue()));
          given.add(limit);
        }
      }
    }
    SandboxSettings settings = new SandboxSettings(limits, given, mode, image);
    return new SandboxSettings(settings.timed(limits.wall()), given, mode, image);
  }

  private static String word(Path file, String key, JsonNode value) {
    if (!value.isString() || value.asString().isBlank()) {
      throw new UsageException(
          "%s takes a name in quotes, not %s".formatted(name(file, key), value));
    }
    return value.asString().strip();
  }

  private static String image(Path file, String name) {
    if (!IMAGE_NAME.matcher(name).matches()) {
      throw new UsageException(
          "%s takes the name of an image such as \"debian:12\", not '%s'"
              .formatted(name(file, IMAGE), name));
    }
    return name;
  }

  /// {@return limits with one set from a text}
  ///
  /// @param limits the limits
  /// @param limit which one
  /// @param name what it is called where it was set
  /// @param text its amount, with a unit unless it is a number of things
  private static Limits with(Limits limits, Limit limit, String name, String text) {
    return switch (limit) {
      case WALL -> limits.withWall(Units.time(name, text, ""));
      case CPU -> limits.withCpu(Units.time(name, text, ""));
      case MEMORY -> limits.withMemory(Units.bytes(name, text, ""));
      case OUTPUT -> limits.withOutput(Units.bytes(name, text, ""));
      case FILE_SIZE -> limits.withFileSize(Units.bytes(name, text, ""));
      case DISK -> limits.withDisk(Units.bytes(name, text, ""));
      case PROCESSES -> limits.withProcesses(Units.count(name, text));
      case FILES -> limits.withOpenFiles(Units.count(name, text));
      case INODES -> limits.withInodes(Units.count(name, text));
      case NONE -> throw new IllegalArgumentException("no limit");
    };
  }

  private static Limit limit(Path file, String key) {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit != Limit.NONE && limit.id().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "%s sets '%s', which is no limit of the sandbox; use one of %s, mode, image"
                        .formatted(file, key, names())));
  }

  private static String text(String name, JsonNode value) {
    if (!value.isString() && !value.isIntegralNumber()) {
      throw new UsageException(
          "%s takes a text with a number and a unit, or a number, not %s".formatted(name, value));
    }
    return value.asString();
  }

  private static String name(Path file, String key) {
    return "%s in [%s] of %s".formatted(key, TABLE, file);
  }

  private static String names() {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit != Limit.NONE)
        .map(Limit::id)
        .collect(Collectors.joining(", "));
  }
}
