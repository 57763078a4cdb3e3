package dev.hone.sandbox.attack;

import dev.hone.sandbox.FromReady;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.bubblewrap.BubblewrapRoot;

/// A box that was opened before its job contains every attack too.
class ReadyBubblewrapRootAttacksIT extends AttackContract {
  @Override
  String mode() {
    return BubblewrapRoot.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
