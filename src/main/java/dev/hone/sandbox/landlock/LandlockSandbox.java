package dev.hone.sandbox.landlock;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Guard;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.util.ArrayList;
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
    Slots.Slot turn = ground.slots().take();
    Optional<Slots.Slot> slot = Tools.uid() == 0 ? Optional.of(turn) : Optional.empty();
    List<AutoCloseable> held = new ArrayList<>(List.of(turn));
    try {
      Optional<Cgroup> group = ground.cgroups().make(job.limits());
      group.ifPresent(held::addFirst);
      // At the lowest weight a busy machine would hold up the set-up.
      group.ifPresent(g -> g.weigh(false));
      Folders folders = Folders.make(ground.workplace().unique("run"), slot);
      folders.copyIn(job.directory());
      if (helper instanceof Helper.Ready ready && helper.keepsSignals()) {
        SeccompPolicy policy = new SeccompPolicy(false, group.isPresent());
        List<String> command = Commands.byHelper(ready, job, folders, ground.filter(policy), group);
        return new Watched(command, folders, job, held);
      }
      held.addFirst(Guard.over(folders.root().toRealPath()));
      return new Launched(
          Commands.byLauncher(job, folders, group), folders, job, ground.orphans(), held);
    } catch (IOException e) {
      held.forEach(Folders::giveBack);
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make the folder for a job (%s); make %s writable"
              .formatted(e.getMessage(), System.getProperty("java.io.tmpdir")),
          e);
    } catch (RuntimeException e) {
      held.forEach(Folders::giveBack);
      throw e;
    }
  }
}
