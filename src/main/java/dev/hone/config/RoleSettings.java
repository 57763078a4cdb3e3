package dev.hone.config;

import dev.hone.agent.Role;
import java.util.EnumMap;
import java.util.Map;

/// Models for parts of the work, as the table `[roles]` names them.
///
/// @param models names as `--model` takes them; a role that is missing has none of its own
public record RoleSettings(Map<Role, String> models) {
  /// Copies the map.
  public RoleSettings {
    models = Map.copyOf(models);
  }

  /// {@return what settings say of roles}
  ///
  /// @param settings the settings
  public static RoleSettings of(Settings settings) {
    Map<Role, String> models = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      settings.given("roles." + role.id()).ifPresent(setting -> models.put(role, setting.filled()));
    }
    return new RoleSettings(models);
  }
}
