package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One started box, with all that watches it. Closing ends its tree and gives back what it held.
/// Not safe for use by several threads.
final class OpenBox implements AutoCloseable {
  private static final long SETUP_TICK_MILLIS = 3;
  private static final Duration SETUP_PATIENCE = Duration.ofMinutes(1);

  private final String mode;
  private final Prepared prepared;
  private final Storage storage;
  private final Process process;
  private final Tree tree;
  private final TreeEnd end;
  private final Residue.Held residue;
  private final Streams streams;

  private OpenBox(
      String mode,
      Prepared prepared,
      Storage storage,
      Process process,
      Residue residue,
      long outputBytes) {
    this.mode = mode;
    this.prepared = prepared;
    this.storage = storage;
    this.process = process;
    this.tree = prepared.tree(process);
    this.end = new TreeEnd(process, tree);
    this.residue = residue.add(end::force);
    this.streams = new Streams(process, outputBytes, tree::kill);
  }

  /// {@return a started box} Closes the prepared job if it cannot be started.
  static OpenBox of(
      Spawner spawner, Residue residue, String mode, Prepared prepared, Limits limits) {
    Storage storage = prepared.storage();
    try {
      Process process = spawner.start(prepared.command(), prepared.toldFrom());
      return new OpenBox(mode, prepared, storage, process, residue, limits.outputBytes());
    } catch (IOException e) {
      storage.close();
      prepared.close();
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not start the sandbox %s (%s); run hone doctor to see which modes work"
              .formatted(mode, e.getMessage()),
          e);
    }
  }

  Storage storage() {
    return storage;
  }

  Process process() {
    return process;
  }

  /// {@return what all in it has used so far}
  TreeUse use() {
    return tree.use();
  }

  /// Waits until the set-up is done, and returns what the job's own time begins with.
  Begin begin() throws InterruptedException {
    long start = System.nanoTime();
    Begin begin = new Begin(start, Duration.ZERO);
    while (!prepared.begun(process)) {
      begin = Begin.now(process);
      if (process.waitFor(SETUP_TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        return begin;
      }
      if (System.nanoTime() - start > SETUP_PATIENCE.toNanos()) {
        throw new SandboxException(
            ErrorType.INSUFFICIENT_RESOURCES,
            "setting up the sandbox %s took more than %s; try again when the machine is less busy"
                .formatted(mode, SETUP_PATIENCE));
      }
    }
    return begin;
  }

  /// {@return whether the job's command, or the helper in its place, was reached} Waits until it
  /// is, and until the work folder can be seen.
  boolean reached() throws InterruptedException {
    awaitWork();
    long start = System.nanoTime();
    while (!prepared.reachedCommand()) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)
          || System.nanoTime() - start > SETUP_PATIENCE.toNanos()) {
        return false;
      }
    }
    return process.isAlive();
  }

  private void awaitWork() throws InterruptedException {
    long start = System.nanoTime();
    while (storage.work().isEmpty()) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        return;
      }
      if (System.nanoTime() - start > SETUP_PATIENCE.toNanos()) {
        throw new SandboxException(
            ErrorType.EXTERNAL,
            "the work folder of the sandbox %s cannot be seen from outside, so no file can be taken"
                    .formatted(mode)
                + " out of it; run without --collect, or in another mode");
      }
    }
  }

  /// Lets the job's command begin, once the work folder can be seen.
  Begin release() throws InterruptedException {
    awaitWork();
    try {
      OutputStream input = process.getOutputStream();
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      // It ended before: the account says how.
      return Begin.now(process);
    }
    return Begin.now(process);
  }

  /// {@return what the job did, after its tree is gone}
  ///
  /// @param input what goes to its standard input
  Execution finish(Job job, String input, Begin begin) throws InterruptedException {
    Limit limit;
    try {
      streams.feed(input);
      limit = new Watch(process, tree, storage, streams, job.limits(), begin).limit();
      if (prepared.endsAsOne()) {
        end.await();
      }
    } finally {
      end.force();
    }
    Duration wall = begin.elapsed();
    streams.finish();
    Account account = new Account(mode, process.exitValue(), limit, wall, job);
    return account.execution(
        streams, begin.without(tree.use()), storage, prepared.reachedCommand());
  }

  @Override
  public void close() {
    try {
      end.force();
    } finally {
      residue.close();
      storage.close();
      prepared.close();
    }
  }
}
