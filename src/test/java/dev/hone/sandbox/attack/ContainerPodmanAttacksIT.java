package dev.hone.sandbox.attack;

import dev.hone.sandbox.container.Engine;

class ContainerPodmanAttacksIT extends AttackContract {
  @Override
  String mode() {
    return Engine.PODMAN.mode();
  }
}
