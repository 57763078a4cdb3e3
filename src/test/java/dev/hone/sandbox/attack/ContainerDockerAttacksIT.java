package dev.hone.sandbox.attack;

import dev.hone.sandbox.container.Engine;

class ContainerDockerAttacksIT extends AttackContract {
  @Override
  String mode() {
    return Engine.DOCKER.mode();
  }
}
