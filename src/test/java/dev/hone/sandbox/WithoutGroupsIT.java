package dev.hone.sandbox;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.bubblewrap.BubblewrapRoot;
import dev.hone.sandbox.landlock.LandlockSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The limits of root's modes where no control groups can be made: the watchdog holds memory.
class WithoutGroupsIT {
  private static final Sandboxes ALL = Sandboxes.withoutGroups();

  @Nested
  class InBubblewrap extends Watched {
    InBubblewrap() {
      super(BubblewrapRoot.MODE);
    }
  }

  @Nested
  class InLandlock extends Watched {
    InLandlock() {
      super(LandlockSandbox.MODE);
    }
  }

  abstract static class Watched implements LimitsContract {
    private final String mode;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    Watched(String mode) {
      this.mode = mode;
    }

    @BeforeEach
    void theModeWorksHere() {
      ProbeResult result =
          ALL.probe().stream().filter(r -> r.mode().equals(mode)).findFirst().orElseThrow();
      assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();
    }

    @Override
    public Path folder() {
      return folder;
    }

    @Override
    public Execution run(Job job) throws InterruptedException {
      return ALL.named(mode).run(job);
    }
  }
}
