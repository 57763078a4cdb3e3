package dev.hone.sandbox;

import dev.hone.sandbox.bubblewrap.BubblewrapUser;

/// A box that was opened before its job keeps the contract too.
class ReadyBubblewrapUserIT extends SandboxContract {
  @Override
  String mode() {
    return BubblewrapUser.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
