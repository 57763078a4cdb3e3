package dev.hone.sandbox.attack;

import dev.hone.sandbox.FromReady;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.landlock.LandlockSandbox;

/// A box that was opened before its job contains every attack too.
class ReadyLandlockAttacksIT extends AttackContract {
  @Override
  String mode() {
    return LandlockSandbox.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
