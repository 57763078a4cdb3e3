package dev.hone.sandbox;

import dev.hone.sandbox.container.Engine;

class ContainerDockerIT extends SandboxContract {
  @Override
  String mode() {
    return Engine.DOCKER.mode();
  }
}
