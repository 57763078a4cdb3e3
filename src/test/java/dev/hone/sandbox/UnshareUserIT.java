package dev.hone.sandbox;

import dev.hone.sandbox.unshare.UnshareUser;

class UnshareUserIT extends SandboxContract {
  @Override
  String mode() {
    return UnshareUser.MODE;
  }
}
