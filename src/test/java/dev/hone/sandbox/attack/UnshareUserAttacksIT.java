package dev.hone.sandbox.attack;

import dev.hone.sandbox.unshare.UnshareUser;

class UnshareUserAttacksIT extends AttackContract {
  @Override
  String mode() {
    return UnshareUser.MODE;
  }
}
