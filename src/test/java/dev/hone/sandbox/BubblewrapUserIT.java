package dev.hone.sandbox;

import dev.hone.sandbox.bubblewrap.BubblewrapUser;

class BubblewrapUserIT extends SandboxContract {
  @Override
  String mode() {
    return BubblewrapUser.MODE;
  }
}
