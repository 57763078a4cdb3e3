package dev.hone.sandbox.pool;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A sandbox that has a few boxes opened before their jobs come. Each takes one job, and another is
/// then opened in the background. A job waits for none of this: where no box of its kind waits, it
/// is run in the usual way. Boxes are opened only for kinds that were {@linkplain #expect
/// announced}, and those that wait too long are given up. Safe for use by several threads.
public final class BoxPool implements Sandbox, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Sandbox sandbox;
  private final PoolSettings settings;
  private final ScheduledExecutorService opening =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("hone-sandbox-pool").unstarted(task));

  /// The kinds that are expected, the one that was used longest ago first.
  private final Map<Kind, Job> expected = new LinkedHashMap<>();

  private final Map<Kind, ReadyBox> waiting = new LinkedHashMap<>();

  /// Boxes that wait for nothing more, to be closed where nobody waits for that.
  private final List<ReadyBox> surplus = new ArrayList<>();

  private boolean closed;

  /// Makes a pool that holds nothing yet.
  ///
  /// @param sandbox opens the boxes
  /// @param settings what it may hold
  public BoxPool(Sandbox sandbox, PoolSettings settings) {
    this.sandbox = sandbox;
    this.settings = settings;
  }

  @Override
  public String mode() {
    return sandbox.mode();
  }

  @Override
  public boolean ownNetwork() {
    return sandbox.ownNetwork();
  }

  @Override
  public Optional<ReadyBox> ready(Job kind) throws InterruptedException {
    return sandbox.ready(kind);
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    Optional<ReadyBox> box = taken(Kind.of(job));
    if (box.isPresent()) {
      Optional<Execution> execution = box.get().run(job);
      if (execution.isPresent()) {
        return execution.get();
      }
    }
    return sandbox.run(job);
  }

  @Override
  public synchronized void expect(Job job) {
    Kind kind = Kind.of(job);
    if (closed || settings.most() == 0) {
      return;
    }
    expected.remove(kind);
    expected.put(kind, job);
    while (expected.size() > settings.most()) {
      forget(expected.keySet().iterator().next());
    }
    opening.execute(() -> open(kind));
  }

  /// {@return the number of boxes that wait at this moment}
  public synchronized int size() {
    return Math.toIntExact(waiting.values().stream().filter(ReadyBox::waits).count());
  }

  /// Gives up all boxes that wait, and opens no more. Jobs that run are left alone.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      expected.clear();
      surplus.addAll(waiting.values());
      waiting.clear();
      opening.shutdownNow();
    }
    surplus().forEach(ReadyBox::close);
    try {
      // One that is being opened is given up by who opens it.
      var _ = opening.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<ReadyBox> taken(Kind kind) {
    Optional<ReadyBox> box = Optional.ofNullable(waiting.remove(kind));
    Job job = expected.remove(kind);
    if (job != null) {
      expected.put(kind, job);
      opening.execute(() -> open(kind));
    }
    return box;
  }

  private void open(Kind kind) {
    surplus().forEach(ReadyBox::close);
    Optional<Job> job = wanted(kind);
    if (job.isEmpty()) {
      return;
    }
    try {
      Optional<ReadyBox> box = sandbox.ready(job.get());
      if (box.isPresent() && !kept(kind, box.get())) {
        box.get().close();
      }
    } catch (SandboxException e) {
      // Nobody asked for it: who runs such a job in the usual way will be told.
      forget(kind);
    } catch (InterruptedException e) {
      // The pool is closed.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Job> wanted(Kind kind) {
    ReadyBox there = waiting.get(kind);
    if (there != null && there.waits()) {
      return Optional.empty();
    }
    return Optional.ofNullable(expected.get(kind));
  }

  private synchronized boolean kept(Kind kind, ReadyBox box) {
    if (!expected.containsKey(kind)) {
      return false;
    }
    ReadyBox dead = waiting.put(kind, box);
    if (dead != null) {
      surplus.add(dead);
    }
    var _ =
        opening.schedule(
            () -> giveUp(kind, box), settings.idle().toMillis(), TimeUnit.MILLISECONDS);
    return true;
  }

  private void giveUp(Kind kind, ReadyBox box) {
    synchronized (this) {
      if (waiting.remove(kind, box)) {
        expected.remove(kind);
        surplus.add(box);
      }
    }
    surplus().forEach(ReadyBox::close);
  }

  private synchronized void forget(Kind kind) {
    expected.remove(kind);
    ReadyBox box = waiting.remove(kind);
    if (box != null) {
      surplus.add(box);
    }
  }

  private synchronized List<ReadyBox> surplus() {
    List<ReadyBox> all = List.copyOf(surplus);
    surplus.clear();
    return all;
  }
}
