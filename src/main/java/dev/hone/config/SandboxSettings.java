package dev.hone.config;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The sandbox as the table `[sandbox]` sets it. A limit has there the name that results give it:
/// `wall = "30 s"`, `memory = "1 GiB"`, `processes = 64`. `mode = "container"` names the mode, and
/// `image = "debian:12"` the image of containers. That there be no sandbox at all cannot be set.
///
/// @param limits all limits; those that are not set are the usual ones, and the processor time is
///   that of the clock
/// @param given those that the user sets, and the processor time whoever sets it; what a project
///   sets is never more than the usual, and takes the place of no other default
/// @param mode the name of the mode, as `--sandbox` takes it; empty where none is named
/// @param image the image of containers; empty for one of Hone's own
public record SandboxSettings(Limits limits, Set<Limit> given, String mode, String image) {
  private static final String TABLE = "sandbox.";

  /// Copies the set.
  public SandboxSettings {
    given = Set.copyOf(given);
  }

  /// {@return the usual limits}
  public static SandboxSettings usual() {
    return new SandboxSettings(Limits.defaults(), Set.of(), "", "");
  }

  /// {@return what settings say of the sandbox; the usual limits if nothing}
  ///
  /// @param settings the settings
  public static SandboxSettings of(Settings settings) {
    Limits limits = Limits.defaults();
    Set<Limit> given = EnumSet.noneOf(Limit.class);
    for (Limit limit : Limit.values()) {
      Optional<Setting> set = settings.given(TABLE + limit.id());
      if (limit != Limit.NONE && set.isPresent()) {
        limits = with(limits, limit, set.get());
        boolean project = set.get().origin() instanceof Origin.InFile file && file.project();
        if (limit == Limit.CPU || !project) {
          given.add(limit);
        }
      }
    }
    SandboxSettings found =
        new SandboxSettings(limits, given, name(settings, "mode"), name(settings, "image"));
    return new SandboxSettings(found.timed(limits.wall()), given, found.mode(), found.image());
  }

  private static String name(Settings settings, String key) {
    return settings.given(TABLE + key).map(Setting::filled).orElse("");
  }

  private static Limits with(Limits limits, Limit limit, Setting setting) {
    return switch (limit) {
      case WALL -> limits.withWall(setting.time());
      case CPU -> limits.withCpu(setting.time());
      case MEMORY -> limits.withMemory(setting.bytes());
      case OUTPUT -> limits.withOutput(setting.bytes());
      case FILE_SIZE -> limits.withFileSize(setting.bytes());
      case DISK -> limits.withDisk(setting.bytes());
      case PROCESSES -> limits.withProcesses(setting.count());
      case FILES -> limits.withOpenFiles(setting.count());
      case INODES -> limits.withInodes(setting.count());
      case NONE -> throw new IllegalArgumentException("no limit");
    };
  }

  /// {@return whether a limit is set}
  ///
  /// @param limit the limit
  public boolean gives(Limit limit) {
    return given.contains(limit);
  }

  /// {@return the limits with another time by the clock, which is that of the processor too unless
  /// that is set}
  ///
  /// @param wall above 0
  public Limits timed(Duration wall) {
    return gives(Limit.CPU) ? limits.withWall(wall) : limits.withTime(wall);
  }
}
