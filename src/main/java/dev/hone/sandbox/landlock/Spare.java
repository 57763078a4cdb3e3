package dev.hone.sandbox.landlock;

import dev.hone.sandbox.process.Ahead;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Workplace;
import java.io.IOException;
import java.util.Optional;

/// The folders of runs, the next ones made while one runs. Safe for use by several threads.
final class Spare {
  private final Workplace workplace;
  private final Ahead<Folders> ahead;

  Spare(Workplace workplace) {
    this.workplace = workplace;
    this.ahead = new Ahead<>(() -> Folders.make(workplace.unique("next")));
  }

  /// {@return empty folders for a run}
  ///
  /// @param slot the user they shall belong to, if it is not Hone's own
  /// @throws IOException if they cannot be made
  Folders take(Optional<Slots.Slot> slot) throws IOException {
    Folders folders = ahead.take().moved(workplace.unique("run")).given(slot);
    ahead.prepare();
    return folders;
  }
}
