package dev.hone.sandbox.attack;

import dev.hone.sandbox.bubblewrap.BubblewrapRoot;

class BubblewrapRootAttacksIT extends AttackContract {
  @Override
  String mode() {
    return BubblewrapRoot.MODE;
  }
}
