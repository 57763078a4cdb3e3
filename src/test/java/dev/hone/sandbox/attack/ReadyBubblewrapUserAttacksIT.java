package dev.hone.sandbox.attack;

import dev.hone.sandbox.FromReady;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.bubblewrap.BubblewrapUser;

/// A box that was opened before its job contains every attack too.
class ReadyBubblewrapUserAttacksIT extends AttackContract {
  @Override
  String mode() {
    return BubblewrapUser.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
