package dev.hone.model.embedded.store;

import java.util.Map;

/// What the stores may use of the outside.
///
/// @param environment the variables of the process, handed on to npm and pip, which take their
///   registry, proxy and certificate settings from it
/// @param offline whether no connection may be opened
public record Access(Map<String, String> environment, boolean offline) {
  /// Copies the environment.
  public Access {
    environment = Map.copyOf(environment);
  }

  /// {@return the address of the model hub that `HONE_MODEL_HUB` names; empty for the usual one}
  String hub() {
    return environment.getOrDefault("HONE_MODEL_HUB", "").strip();
  }

  /// {@return the access that an environment allows} `HONE_OFFLINE` set to anything but `0` means
  /// no connection.
  ///
  /// @param environment the variables of the process
  public static Access of(Map<String, String> environment) {
    String offline = environment.getOrDefault("HONE_OFFLINE", "");
    return new Access(environment, !offline.isBlank() && !offline.equals("0"));
  }
}
