package dev.hone.sandbox.attack;

import dev.hone.sandbox.FromReady;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.unshare.UnshareUser;

/// A box that was opened before its job contains every attack too.
class ReadyUnshareUserAttacksIT extends AttackContract {
  @Override
  String mode() {
    return UnshareUser.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
