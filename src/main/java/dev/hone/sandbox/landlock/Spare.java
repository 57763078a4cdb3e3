package dev.hone.sandbox.landlock;

import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The folders of the next run, made while one runs: on a disk that takes a good part of the time
/// that a short run has. No run gets what another had. Safe for use by several threads.
final class Spare {
  private final Workplace workplace;
  private final AtomicReference<@Nullable Folders> next = new AtomicReference<>();
  private final AtomicBoolean making = new AtomicBoolean();

  Spare(Workplace workplace) {
    this.workplace = workplace;
  }

  /// {@return empty folders for a run}
  ///
  /// @param slot the user they shall belong to, if it is not Hone's own
  /// @throws IOException if they cannot be made
  Folders take(Optional<Slots.Slot> slot) throws IOException {
    Path root = workplace.unique("run");
    Folders made = next.getAndSet(null);
    Folders folders = made == null ? Folders.make(root) : made.moved(root);
    return folders.given(slot);
  }

  /// Has the next ones made by another thread, unless they are there.
  void refill() {
    if (next.get() == null && making.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::makeNext);
    }
  }

  private void makeNext() {
    try {
      if (next.get() == null) {
        next.set(Folders.make(workplace.unique("next")));
      }
    } catch (IOException e) {
      // Whoever needs folders then meets the same failure, and says so.
      return;
    } finally {
      making.set(false);
    }
  }
}
