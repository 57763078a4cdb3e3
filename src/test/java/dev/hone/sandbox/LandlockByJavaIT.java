package dev.hone.sandbox;

import dev.hone.sandbox.landlock.LandlockSandbox;

/// The mode as it is on a machine without a C compiler.
class LandlockByJavaIT extends SandboxContract {
  private static final Sandboxes WITHOUT_HELPER = Sandboxes.withoutHelper();

  @Override
  String mode() {
    return LandlockSandbox.MODE;
  }

  @Override
  Sandboxes sandboxes() {
    return WITHOUT_HELPER;
  }
}
