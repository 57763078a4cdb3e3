package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Places for jobs, so that many at once wait and do not starve each other. For root each place is
/// a user id, one job at a time for each, shared by all of root's programs on one machine through a
/// file of which each slot locks one byte; the kernel gives a lock back when its holder ends in any
/// way. Who comes first is served first, among the threads of one program. Safe for use by several
/// threads.
public final class Slots {
  private static final int FIRST_UID = 60_001;
  private static final int COUNT = 256;
  private static final int FOR_EACH_CORE = 8;
  private static final int FEWEST = 16;
  private static final long LOOK_MILLIS = 20;

  private final Path folder;
  private final Residue residue;
  private final int uid;
  private final Semaphore turns;
  private final ReentrantLock searching = new ReentrantLock(true);
  private final Queue<Runnable> lent = new ConcurrentLinkedQueue<>();
  private @Nullable FileChannel opened;

  /// Makes a pool for the user who runs Hone.
  ///
  /// @param folder where root's file of locks lies; made if it is not there
  /// @param residue keeps the file open until the virtual machine ends
  public Slots(Path folder, Residue residue) {
    this(folder, residue, Tools.uid(), turns());
  }

  /// Makes a pool.
  ///
  /// @param folder where root's file of locks lies
  /// @param residue keeps the file open until the virtual machine ends
  /// @param uid the user who runs Hone
  /// @param turns how many jobs run at once
  Slots(Path folder, Residue residue, int uid, int turns) {
    this.folder = folder;
    this.residue = residue;
    this.uid = uid;
    this.turns = new Semaphore(turns, true);
  }

  private static int turns() {
    int forCores = FOR_EACH_CORE * Runtime.getRuntime().availableProcessors();
    return Math.clamp(forCores, FEWEST, COUNT);
  }

  /// {@return a free slot, after waiting for one if need be}
  ///
  /// @throws SandboxException if the file of locks cannot be made
  /// @throws InterruptedException if the calling thread was interrupted while it waited
  public Slot take() throws InterruptedException {
    // In turn, unlike without a time.
    if (!turns.tryAcquire(0, TimeUnit.SECONDS)) {
      askBack();
      turns.acquire();
    }
    boolean taken = false;
    try {
      Slot slot = uid == 0 ? ofRoot() : new Slot(uid, turns::release);
      taken = true;
      return slot;
    } catch (IOException e) {
      throw unlockable(e);
    } finally {
      if (!taken) {
        turns.release();
      }
    }
  }

  private SandboxException unlockable(IOException e) {
    return new SandboxException(
        ErrorType.EXTERNAL,
        "could not lock a sandbox slot in %s; make that folder writable".formatted(folder),
        e);
  }

  /// {@return a slot that is free at this moment, or empty if there is none}
  ///
  /// @throws SandboxException if the file of locks cannot be made
  public Optional<Slot> tryTake() {
    if (!turns.tryAcquire()) {
      return Optional.empty();
    }
    Optional<Slot> slot = Optional.empty();
    try {
      slot = uid == 0 ? tryOfRoot(channel()) : Optional.of(new Slot(uid, turns::release));
      return slot;
    } catch (IOException e) {
      throw unlockable(e);
    } finally {
      if (slot.isEmpty()) {
        turns.release();
      }
    }
  }

  /// {@return a handle whose closing says that a slot is no longer lent} A lent slot is asked back
  /// when a job waits for one.
  ///
  /// @param giveBack gives it back; called at most once, on the thread of who waits
  Residue.Held lend(Runnable giveBack) {
    lent.add(giveBack);
    return () -> lent.remove(giveBack);
  }

  private void askBack() {
    Runnable giveBack = lent.poll();
    if (giveBack != null) {
      giveBack.run();
    }
  }

  /// Only other programs can hold all slots, and of theirs nobody tells when they give one back.
  private Slot ofRoot() throws IOException, InterruptedException {
    FileChannel channel = channel();
    searching.lockInterruptibly();
    try {
      while (true) {
        Optional<Slot> slot = tryOfRoot(channel);
        if (slot.isPresent()) {
          return slot.get();
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    } finally {
      searching.unlock();
    }
  }

  private Optional<Slot> tryOfRoot(FileChannel channel) throws IOException {
    for (int i = 0; i < COUNT; i++) {
      Optional<FileLock> lock = lock(channel, i);
      if (lock.isPresent()) {
        FileLock held = lock.get();
        return Optional.of(new Slot(FIRST_UID + i, () -> release(held)));
      }
    }
    return Optional.empty();
  }

  private void release(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("could not give back a sandbox slot", e);
    } finally {
      turns.release();
    }
  }

  // Never closed before the end: when a program closes a file, the kernel gives back all its locks
  // on it, those taken through other channels too. Held by the residue, it is not collected either.
  private synchronized FileChannel channel() throws IOException {
    FileChannel channel = opened;
    if (channel == null) {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve("slots"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileChannel kept = channel;
      residue.addLast(() -> close(kept));
      opened = channel;
    }
    return channel;
  }

  private static Optional<FileLock> lock(FileChannel channel, int place) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(place, 1, false));
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this program.
      return Optional.empty();
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One place, held until closed.
  ///
  /// @param uid the user and group id of its job: for root one that no other job has, else the
  ///   user's own
  /// @param giveBack gives it back; called once
  public record Slot(int uid, Runnable giveBack) implements AutoCloseable {
    @Override
    public void close() {
      giveBack.run();
    }
  }
}
