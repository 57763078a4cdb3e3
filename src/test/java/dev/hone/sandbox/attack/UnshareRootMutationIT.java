package dev.hone.sandbox.attack;

import dev.hone.sandbox.unshare.UnshareRoot;

class UnshareRootMutationIT extends MutationContract {
  @Override
  String mode() {
    return UnshareRoot.MODE;
  }
}
