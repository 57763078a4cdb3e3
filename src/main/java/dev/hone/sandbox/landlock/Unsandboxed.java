package dev.hone.sandbox.landlock;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;

/// No sandbox: a job can read, change and delete all that its user can. Its limits are held, its
/// environment is empty, it gains no rights, the system call filter refuses it sockets and other
/// processes' memory, and as root it has a user id of its own. None of that is promised to hold
/// against somebody who means harm. Only who asks for exactly this gets it.
public final class Unsandboxed implements Sandbox {
  /// What results say in place of a mode.
  public static final String MODE = "unsandboxed";

  private final Ground ground;
  private final Spare spare;

  /// Makes it; nothing is started.
  ///
  /// @param ground what it stands on
  public Unsandboxed(Ground ground) {
    this.ground = ground;
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
    if (Tools.uid() == 0) {
      return supervised(job);
    }
    ground.orphans().begin();
    try {
      return supervised(job);
    } finally {
      ground.orphans().end();
    }
  }

  private Execution supervised(Job job) throws InterruptedException {
    return ground
        .supervisor()
        .run(
            MODE,
            Place.prepared(ground, spare, job, place -> place.launched(ground, job, false)),
            job);
  }
}
