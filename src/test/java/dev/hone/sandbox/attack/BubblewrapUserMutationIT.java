package dev.hone.sandbox.attack;

import dev.hone.sandbox.bubblewrap.BubblewrapUser;

class BubblewrapUserMutationIT extends MutationContract {
  @Override
  String mode() {
    return BubblewrapUser.MODE;
  }
}
