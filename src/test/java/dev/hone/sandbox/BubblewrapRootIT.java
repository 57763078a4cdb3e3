package dev.hone.sandbox;

import dev.hone.sandbox.bubblewrap.BubblewrapRoot;

class BubblewrapRootIT extends SandboxContract {
  @Override
  String mode() {
    return BubblewrapRoot.MODE;
  }
}
