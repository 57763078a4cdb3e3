package dev.hone.sandbox.process;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A box whose command, or the helper in its place, waits on its standard input. It gives its place
/// up when a job waits for one, and is gone when Hone ends.
final class WaitingBox implements ReadyBox {
  private final OpenBox box;
  private final Job kind;
  private final int owner;
  private final List<Residue.Held> claims = new CopyOnWriteArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();

  /// Makes a box that waits, and that nobody asks back yet.
  ///
  /// @param box the box, whose work folder can be seen
  /// @param kind the job that it was opened with
  /// @param owner the user and group of its work folder
  WaitingBox(OpenBox box, Job kind, int owner) {
    this.box = box;
    this.kind = kind;
    this.owner = owner;
  }

  /// Has it closed when a job waits for its place, and when Hone ends.
  ///
  /// @param slots where its place is from
  /// @param residue closes it at the end
  void offer(Slots slots, Residue residue) {
    claims.add(slots.lend(this::close));
    claims.add(residue.add(this::close));
    if (over.get()) {
      claims.forEach(Residue.Held::close);
    }
  }

  @Override
  public boolean waits() {
    return !over.get() && box.process().isAlive();
  }

  @Override
  public Optional<Execution> run(Job job) throws InterruptedException {
    if (!begins()) {
      return Optional.empty();
    }
    try (box) {
      TreeUse before = box.use();
      Optional<Path> work = box.storage().work();
      // What it reached while it was made ready would be taken for the job's own.
      if (!box.process().isAlive() || !before.reached().isEmpty() || work.isEmpty()) {
        return Optional.empty();
      }
      new CopyIn(job.directory(), work.get(), owner).run();
      String told = kind.ahead() ? "" : ToldCommand.of(job.command());
      Begin begin = new Begin(System.nanoTime(), before.cpu());
      return Optional.of(box.finish(job, told + job.input(), begin));
    } catch (IOException e) {
      // Such as a folder that is too large: opening a box for it in the usual way will say so.
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (begins()) {
      box.close();
    }
  }

  /// {@return whether the caller is the one who may use the box from here on}
  private boolean begins() {
    boolean first = over.compareAndSet(false, true);
    if (first) {
      claims.forEach(Residue.Held::close);
    }
    return first;
  }
}
