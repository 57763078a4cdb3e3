package dev.hone.sandbox.process;

import java.util.concurrent.atomic.AtomicBoolean;

/// Gives back what ended runs held while the next ones go on. What is not given back when the
/// virtual machine shuts down is given back then. Safe for use by several threads.
public final class Disposal {
  private final Residue residue;

  Disposal(Residue residue) {
    this.residue = residue;
  }

  /// Has something given back soon, once.
  ///
  /// @param giveBack gives it back; called on another thread
  public void later(Runnable giveBack) {
    Runnable once = once(giveBack);
    Residue.Held held = residue.add(once);
    Background.threads()
        .execute(
            () -> {
              once.run();
              held.close();
            });
  }

  /// Who comes second waits until it is done.
  private static Runnable once(Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      synchronized (done) {
        if (done.compareAndSet(false, true)) {
          action.run();
        }
      }
    };
  }
}
