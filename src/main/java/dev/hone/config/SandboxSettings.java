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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The limits of the sandbox as the table `[sandbox]` of `config.toml` sets them. A limit has there
/// the name that results give it: `wall = "30 s"`, `memory = "1 GiB"`, `processes = 64`.
///
/// @param limits all limits; those that the file does not set are the usual ones, and the processor
///   time is that of the clock
/// @param given those that the file sets
public record SandboxSettings(Limits limits, Set<Limit> given) {
  private static final String TABLE = SettingsFile.SANDBOX;

  /// Copies the set.
  public SandboxSettings {
    given = Set.copyOf(given);
  }

  /// {@return the usual limits}
  public static SandboxSettings usual() {
    return new SandboxSettings(Limits.defaults(), Set.of());
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
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      Limit limit = limit(file, entry.getKey());
      limits = with(limits, limit, name(file, limit), text(file, limit, entry.getValue()));
      given.add(limit);
    }
    SandboxSettings settings = new SandboxSettings(limits, given);
    return new SandboxSettings(settings.timed(limits.wall()), given);
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
                    "%s sets '%s', which is no limit of the sandbox; use one of %s"
                        .formatted(file, key, names())));
  }

  private static String text(Path file, Limit limit, JsonNode value) {
    if (!value.isString() && !value.isIntegralNumber()) {
      throw new UsageException(
          "%s takes a text with a number and a unit, or a number, not %s"
              .formatted(name(file, limit), value));
    }
    return value.asString();
  }

  private static String name(Path file, Limit limit) {
    return "%s in [%s] of %s".formatted(limit.id(), TABLE, file);
  }

  private static String names() {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit != Limit.NONE)
        .map(Limit::id)
        .collect(Collectors.joining(", "));
  }
}
