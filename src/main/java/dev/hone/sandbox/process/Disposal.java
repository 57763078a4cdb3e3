package dev.hone.sandbox.process;

import java.util.concurrent.atomic.AtomicBoolean;

/// Gives back what ended runs held while the next ones go on. What is not given back when the
/// virtual machine shuts down is given back then. Safe for use by several threads.
public final class Disposal {
  private final Residue residue;

  Disposal(Residue residue) {
    this.residue = residue;
  }

  /// Has something given back soon, once; at once where the virtual machine is about to end.
  ///
  /// @param giveBack gives it back; usually called on another thread
  public void later(Runnable giveBack) {
    Runnable once = once(giveBack);
    Residue.Held held = residue.add(once);
    // Asked after it was added, so that either this or the end itself sees to it.
    if (residue.isEnding()) {
      once.run();
      return;
    }
    Background.threads()
        .execute(
            () -> {
              once.run();
              held.close();
            });
  }

  /// Gives one thing back, at once.
  ///
  /// @param held what was held
  /// @throws IllegalStateException if it cannot be given back
  public static void giveBack(AutoCloseable held) {
    try {
      held.close();
    } catch (Exception e) {
      throw new IllegalStateException("could not give back " + held, e);
    }
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
