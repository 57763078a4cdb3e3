package dev.hone.config;

import dev.hone.agent.Role;
import dev.hone.failure.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Models for parts of the work, as the table `[roles]` of `config.toml` names them.
///
/// @param models names as `--model` takes them; a role that is missing has none of its own
public record RoleSettings(Map<Role, String> models) {
  private static final List<String> KEYS = Arrays.stream(Role.values()).map(Role::id).toList();

  /// Copies the map.
  public RoleSettings {
    models = Map.copyOf(models);
  }

  /// {@return what a file sets; nothing if it is not there}
  ///
  /// @param file the settings file
  /// @throws UsageException if it cannot be read, or has a key or a value that means nothing
  public static RoleSettings read(Path file) {
    Map<Role, String> models = new EnumMap<>(Role.class);
    for (Map.Entry<String, JsonNode> entry :
        SettingsFile.table(file, SettingsFile.ROLES).properties()) {
      String place = SettingsFile.place(file, SettingsFile.ROLES, entry.getKey());
      Role role =
          Arrays.stream(Role.values())
              .filter(known -> known.id().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() -> SettingsFile.unknown(place, entry.getKey(), KEYS));
      if (!entry.getValue().isString() || entry.getValue().asString().isBlank()) {
        throw new UsageException(
            "%s takes a model in quotes, as --model takes it, not %s"
                .formatted(place, entry.getValue()));
      }
      models.put(role, entry.getValue().asString().strip());
    }
    return new RoleSettings(models);
  }
}
