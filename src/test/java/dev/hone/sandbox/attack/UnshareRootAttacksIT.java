package dev.hone.sandbox.attack;

import dev.hone.sandbox.unshare.UnshareRoot;

class UnshareRootAttacksIT extends AttackContract {
  @Override
  String mode() {
    return UnshareRoot.MODE;
  }
}
