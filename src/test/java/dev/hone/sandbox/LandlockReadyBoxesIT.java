package dev.hone.sandbox;

import dev.hone.sandbox.landlock.LandlockSandbox;

class LandlockReadyBoxesIT extends ReadyBoxesIT {
  @Override
  Sandbox opening() {
    return RequiredModes.working(LandlockSandbox.MODE);
  }
}
