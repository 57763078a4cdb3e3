package dev.hone.sandbox;

import dev.hone.sandbox.landlock.LandlockSandbox;

/// A box that was opened before its job keeps the contract too.
class ReadyLandlockIT extends SandboxContract {
  @Override
  String mode() {
    return LandlockSandbox.MODE;
  }

  @Override
  Sandbox used(Sandbox made) {
    return new FromReady(made);
  }
}
