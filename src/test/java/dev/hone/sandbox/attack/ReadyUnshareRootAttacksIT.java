package dev.hone.sandbox.attack;

import dev.hone.sandbox.FromReady;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.unshare.UnshareRoot;

/// A box that was opened before its job contains every attack too.
class ReadyUnshareRootAttacksIT extends AttackContract {
  @Override
  String mode() {
    return UnshareRoot.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
