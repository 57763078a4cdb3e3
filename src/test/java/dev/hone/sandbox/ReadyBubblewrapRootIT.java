package dev.hone.sandbox;

import dev.hone.sandbox.bubblewrap.BubblewrapRoot;

/// A box that was opened before its job keeps the contract too.
class ReadyBubblewrapRootIT extends SandboxContract {
  @Override
  String mode() {
    return BubblewrapRoot.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
