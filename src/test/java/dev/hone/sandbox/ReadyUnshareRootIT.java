package dev.hone.sandbox;

import dev.hone.sandbox.unshare.UnshareRoot;

/// A box that was opened before its job keeps the contract too.
class ReadyUnshareRootIT extends SandboxContract {
  @Override
  String mode() {
    return UnshareRoot.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
