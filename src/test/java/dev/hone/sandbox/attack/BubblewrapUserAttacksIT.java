package dev.hone.sandbox.attack;

import dev.hone.sandbox.bubblewrap.BubblewrapUser;

class BubblewrapUserAttacksIT extends AttackContract {
  @Override
  String mode() {
    return BubblewrapUser.MODE;
  }
}
