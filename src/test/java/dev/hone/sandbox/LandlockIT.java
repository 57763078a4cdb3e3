package dev.hone.sandbox;

import dev.hone.sandbox.landlock.LandlockSandbox;

class LandlockIT extends SandboxContract {
  @Override
  String mode() {
    return LandlockSandbox.MODE;
  }
}
