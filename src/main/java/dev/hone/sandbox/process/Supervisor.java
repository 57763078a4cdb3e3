package dev.hone.sandbox.process;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.launcher.Volumes;
import java.util.Optional;

/// Runs a prepared job: starts it, watches its limits, kills its tree, and says what it did.
public final class Supervisor {
  private final Spawner spawner;
  private final Residue residue;
  private final Volumes volumes = new Volumes();

  /// Makes a supervisor.
  ///
  /// @param spawner starts its processes
  /// @param residue clears up after it if Hone ends first
  public Supervisor(Spawner spawner, Residue residue) {
    this.spawner = spawner;
    this.residue = residue;
  }

  /// {@return what the job did, after its tree is gone} Closes the prepared job.
  ///
  /// @param mode the name of the mode
  /// @param prepared the job made ready
  /// @param job the job
  /// @throws SandboxException if the set-up did not reach the job's command
  /// @throws InterruptedException if the calling thread was interrupted; the tree is gone by then
  public Execution run(String mode, Prepared prepared, Job job) throws InterruptedException {
    try (OpenBox box = OpenBox.of(spawner, residue, mode, prepared, job.limits())) {
      Begin begin = box.begin();
      if (prepared.waits()) {
        begin = box.release();
      }
      return box.finish(job, job.input(), begin);
    }
  }

  /// {@return a box that waits for its job, or empty if it ended before it was ready} It takes over
  /// what was prepared.
  ///
  /// @param mode the name of the mode
  /// @param prepared a job of the kind made ready; its command waits on its standard input
  /// @param kind that job
  /// @param slot its place
  /// @param slots where that place is asked back
  /// @throws SandboxException if it could not be started, or takes too long
  /// @throws InterruptedException if the calling thread was interrupted; nothing is left by then
  public Optional<ReadyBox> ready(
      String mode, Prepared prepared, Job kind, Slots.Slot slot, Slots slots)
      throws InterruptedException {
    OpenBox box = OpenBox.of(spawner, residue, mode, prepared, kind.limits());
    boolean waits = false;
    try {
      waits = box.reached();
      if (!waits) {
        return Optional.empty();
      }
      WaitingBox waiting = new WaitingBox(box, kind, slot.uid());
      waiting.offer(slots, residue);
      return Optional.of(waiting);
    } finally {
      if (!waits) {
        box.close();
      }
    }
  }

  /// {@return what asks the kernel for file systems}
  Volumes volumes() {
    return volumes;
  }
}
