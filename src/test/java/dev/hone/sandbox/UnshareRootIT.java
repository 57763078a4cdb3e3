package dev.hone.sandbox;

import dev.hone.sandbox.unshare.UnshareRoot;

class UnshareRootIT extends SandboxContract {
  @Override
  String mode() {
    return UnshareRoot.MODE;
  }
}
