package dev.hone.sandbox;

import dev.hone.sandbox.container.Engine;

class ContainerPodmanIT extends SandboxContract {
  @Override
  String mode() {
    return Engine.PODMAN.mode();
  }
}
