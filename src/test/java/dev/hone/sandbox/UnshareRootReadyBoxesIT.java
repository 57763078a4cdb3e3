package dev.hone.sandbox;

import dev.hone.sandbox.unshare.UnshareRoot;

class UnshareRootReadyBoxesIT extends ReadyBoxesIT {
  @Override
  Sandbox opening() {
    return RequiredModes.working(UnshareRoot.MODE);
  }
}
