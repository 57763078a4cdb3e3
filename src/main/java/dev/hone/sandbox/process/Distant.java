package dev.hone.sandbox.process;

import dev.hone.sandbox.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A job made ready for a container, whose processes an engine starts and not Hone.
public final class Distant implements Prepared {
  private static final long REMOVAL_SECONDS = 20;
  private static final int ENGINE_FAILED = 125;

  private final Start start;
  private final Job job;
  private final Storage storage;
  private final List<AutoCloseable> held;
  private @Nullable DistantTree tree;
  private @Nullable Process client;
  private @Nullable Process removing;

  private Distant(Ground ground, Job job, Start start, List<AutoCloseable> held) {
    this.start = start;
    this.job = job;
    this.held = List.copyOf(held);
    this.storage =
        new MountedStorage(ground.supervisor().volumes(), start.first()::window, job.limits());
  }

  /// How a container is started and removed.
  ///
  /// @param command the whole command that starts it and ends after it
  /// @param removal the whole command that removes it, running or not
  /// @param first finds its first process
  /// @param word by which it tells that its command runs
  /// @param counted whether the engine holds memory and processes by a control group
  public record Start(
      List<String> command, List<String> removal, FirstProcess first, Word word, boolean counted) {
    /// Copies the lists.
    public Start {
      command = List.copyOf(command);
      removal = List.copyOf(removal);
    }
  }

  /// {@return a job made ready}
  ///
  /// @param ground what it stands on
  /// @param job the job
  /// @param start how it is started and removed
  /// @param held what is given back when it is over, in this order
  public static Prepared of(Ground ground, Job job, Start start, List<AutoCloseable> held) {
    return new Distant(ground, job, start, held);
  }

  @Override
  public List<String> command() {
    return start.command();
  }

  @Override
  public Tree tree(Process process) {
    client = process;
    DistantTree made =
        new DistantTree(
            process,
            start.first(),
            new DistantTree.Held(job.limits(), start.counted()),
            storage,
            this::remove);
    tree = made;
    return made;
  }

  @Override
  public Storage storage() {
    return storage;
  }

  /// So that a command cannot be over before its file system and its group are seen.
  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public boolean begun(Process process) {
    boolean begun = start.word().running();
    DistantTree known = tree;
    if (begun && known != null) {
      known.begin();
    }
    return begun;
  }

  @Override
  public boolean reachedCommand() {
    return start.word().running();
  }

  @Override
  public void close() {
    DistantTree known = tree;
    Process ended = client;
    boolean failed = ended != null && !ended.isAlive() && ended.exitValue() == ENGINE_FAILED;
    if (known != null && (known.wasKilled() || failed)) {
      remove();
      await();
    }
    held.forEach(Disposal::giveBack);
  }

  private synchronized void remove() {
    Process running = removing;
    if (running != null && running.isAlive()) {
      return;
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(start.removal());
      builder.environment().clear();
      removing =
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the removal of a container", e);
    }
  }

  private void await() {
    boolean interrupted = Thread.interrupted();
    try {
      Process running = removing;
      if (running != null && !running.waitFor(REMOVAL_SECONDS, TimeUnit.SECONDS)) {
        var _ = running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
