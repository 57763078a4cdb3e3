package dev.hone.sandbox.landlock;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Landlock, a system call filter and limits, without namespaces: the work folder is a private
/// folder on the machine's disk, and what is elsewhere is there but refused. The size of the work
/// folder is not limited as a whole.
///
/// The helper holds the tree of a job, so that jobs run beside each other. Without it an ordinary
/// user's jobs run one after the other, as nothing else tells their orphans apart.
public final class LandlockSandbox implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "landlock";

  /// Longer than a box is kept waiting, as its helper's own time runs from its start.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final Ground ground;
  private final Helper helper;
  private final Spare spare;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  /// @param helper the helper; without it the launcher in Java does what it can of its work
  public LandlockSandbox(Ground ground, Helper helper) {
    this.ground = ground;
    this.helper = helper;
    this.spare = new Spare(ground.workplace());
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

  /// Only as root, where a job has a user of its own. Else the kernel counts all that the user
  /// runs, against a limit that was right when the box was opened.
  @Override
  public Optional<ReadyBox> ready(Job kind) throws InterruptedException {
    if (!(helper instanceof Helper.Ready ready) || !helper.keepsSignals() || Tools.uid() != 0) {
      return Optional.empty();
    }
    Optional<Slots.Slot> slot = ground.slots().tryTake();
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    Job waiting = Boxed.waiting(kind, ground.workplace().folder("empty"));
    Prepared prepared =
        Place.prepared(
            ground,
            spare,
            slot.get(),
            waiting,
            place -> {
              // Nobody waits for the set-up.
              place.group().ifPresent(group -> group.weigh(true));
              return watched(ready, waiting, place, LONGEST_WAIT);
            });
    return ground.supervisor().ready(MODE, prepared, waiting, slot.get(), ground.slots());
  }

  private Prepared prepare(Job job) throws InterruptedException {
    return Place.prepared(
        ground,
        spare,
        job,
        place ->
            helper instanceof Helper.Ready ready && helper.keepsSignals()
                ? watched(ready, job, place)
                : place.launched(ground, job, true));
  }

  private Prepared watched(Helper.Ready ready, Job job, Place place) {
    return watched(ready, job, place, Duration.ZERO);
  }

  private Watched watched(Helper.Ready ready, Job job, Place place, Duration before) {
    SeccompPolicy policy = new SeccompPolicy(false, place.group().isPresent());
    List<String> command = Commands.byHelper(ready, job, place, ground.filter(policy), before);
    return new Watched(command, place.folders(), job, place.held(), ground.disposal());
  }
}
