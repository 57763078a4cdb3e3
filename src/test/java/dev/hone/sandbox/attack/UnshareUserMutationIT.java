package dev.hone.sandbox.attack;

import dev.hone.sandbox.unshare.UnshareUser;

class UnshareUserMutationIT extends MutationContract {
  @Override
  String mode() {
    return UnshareUser.MODE;
  }
}
