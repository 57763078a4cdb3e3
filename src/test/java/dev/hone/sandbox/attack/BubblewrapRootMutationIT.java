package dev.hone.sandbox.attack;

import dev.hone.sandbox.bubblewrap.BubblewrapRoot;

class BubblewrapRootMutationIT extends MutationContract {
  @Override
  String mode() {
    return BubblewrapRoot.MODE;
  }
}
