package dev.hone.sandbox.container;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import java.util.List;

/// The image that containers stand on: an empty one of Hone's own, made from nothing, or one that
/// the settings name and that is on the machine. None is ever fetched.
///
/// @param given the name in the settings, or empty
record Image(String given) {
  /// The name of the empty one.
  static final String OWN = "localhost/hone-empty:1";

  /// An archive without files.
  private static final byte[] NOTHING = new byte[1024];

  /// {@return the name of an image that is there}
  ///
  /// @param engine the engine
  /// @param client its client
  /// @throws SandboxException if the named one is not there, or the own one cannot be made
  String ready(Engine engine, Client client) throws InterruptedException {
    String name = given.isEmpty() ? OWN : given;
    if (client.ask(List.of("image", "inspect", name), new byte[0]).exit() == 0) {
      return name;
    }
    if (!given.isEmpty()) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "%s has no image %s, and Hone fetches none; run %s pull %s, or take image out of the settings"
              .formatted(engine.program(), given, engine.program(), given));
    }
    var _ = client.told(List.of("import", "-", OWN), NOTHING);
    return name;
  }
}
