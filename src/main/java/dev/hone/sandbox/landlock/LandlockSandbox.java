package dev.hone.sandbox.landlock;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Tools;
import java.util.List;

/// Landlock, a system call filter and limits, without namespaces: the work folder is a private
/// folder on the machine's disk, and what is elsewhere is there but refused. The size of the work
/// folder is not limited as a whole.
///
/// The helper holds the tree of a job, so that jobs run beside each other. Without it an ordinary
/// user's jobs run one after the other, as nothing else tells their orphans apart.
public final class LandlockSandbox implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "landlock";

  private final Ground ground;
  private final Helper helper;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  /// @param helper the helper; without it the launcher in Java does what it can of its work
  public LandlockSandbox(Ground ground, Helper helper) {
    this.ground = ground;
    this.helper = helper;
  }

  @Override
  public String mode() {
    return MODE;
  }

  @Override
  public boolean ownNetwork() {
    return false;
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    if (helper.keepsSignals() || Tools.uid() == 0) {
      return ground.supervisor().run(MODE, prepare(job), job);
    }
    ground.orphans().begin();
    try {
      return ground.supervisor().run(MODE, prepare(job), job);
    } finally {
      ground.orphans().end();
    }
  }

  private Prepared prepare(Job job) throws InterruptedException {
    return Place.prepared(
        ground,
        job,
        place ->
            helper instanceof Helper.Ready ready && helper.keepsSignals()
                ? watched(ready, job, place)
                : place.launched(ground, job, true));
  }

  private Prepared watched(Helper.Ready ready, Job job, Place place) {
    SeccompPolicy policy = new SeccompPolicy(false, place.group().isPresent());
    List<String> command =
        Commands.byHelper(ready, job, place.folders(), ground.filter(policy), place.group());
    return new Watched(command, place.folders(), job, place.held());
  }
}
