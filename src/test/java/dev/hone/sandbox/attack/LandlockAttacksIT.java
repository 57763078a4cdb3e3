package dev.hone.sandbox.attack;

import dev.hone.sandbox.landlock.LandlockSandbox;

class LandlockAttacksIT extends AttackContract {
  @Override
  String mode() {
    return LandlockSandbox.MODE;
  }
}
