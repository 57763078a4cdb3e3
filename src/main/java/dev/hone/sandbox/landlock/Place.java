package dev.hone.sandbox.landlock;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.Disposal;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Guard;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one job is given of the machine.
///
/// @param folders its folders, with what it brings
/// @param group the control group that counts it, where one can be made
/// @param held all of it, to be given back
record Place(Folders folders, Optional<Cgroup> group, List<AutoCloseable> held) {
  /// Makes a job ready in its place.
  interface Making {
    Prepared in(Place place) throws IOException;
  }

  /// {@return a job made ready} Waits while too many jobs run.
  static Prepared prepared(Ground ground, Spare spare, Job job, Making making)
      throws InterruptedException {
    return prepared(ground, spare, ground.slots().take(), job, making);
  }

  /// {@return a job made ready in the place of a slot, which it takes over}
  static Prepared prepared(Ground ground, Spare spare, Slots.Slot turn, Job job, Making making) {
    Optional<Slots.Slot> slot = Tools.uid() == 0 ? Optional.of(turn) : Optional.empty();
    List<AutoCloseable> held = new ArrayList<>(List.of(turn));
    try {
      Optional<Cgroup> group = ground.cgroups().make(job.limits());
      group.ifPresent(held::addFirst);
      ground.cgroups().prepare();
      // At the low weight a busy machine would hold up the set-up.
      group.ifPresent(g -> g.weigh(false));
      Folders folders = spare.take(slot);
      folders.copyIn(job.directory());
      return making.in(new Place(folders, group, held));
    } catch (IOException e) {
      held.forEach(Disposal::giveBack);
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make the folder for a job (%s); make %s writable"
              .formatted(e.getMessage(), System.getProperty("java.io.tmpdir")),
          e);
    } catch (RuntimeException e) {
      held.forEach(Disposal::giveBack);
      throw e;
    }
  }

  /// {@return a job made ready for the launcher in Java}
  ///
  /// @param landlock whether Landlock keeps the job to its folders
  Prepared launched(Ground ground, Job job, boolean landlock) throws IOException {
    held.addFirst(Guard.over(folders.root().toRealPath()));
    return new Launched(
        Commands.byLauncher(ground.launcher().program(), job, folders, group, landlock),
        folders,
        job,
        ground.orphans(),
        held);
  }
}
