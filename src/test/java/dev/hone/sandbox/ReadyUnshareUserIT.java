package dev.hone.sandbox;

import dev.hone.sandbox.unshare.UnshareUser;

/// A box that was opened before its job keeps the contract too.
class ReadyUnshareUserIT extends SandboxContract {
  @Override
  String mode() {
    return UnshareUser.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
