package dev.hone.sandbox.process;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What the next job needs, made while one runs: that takes a good part of the time of a short job.
/// No job gets what another had. Safe for use by several threads.
///
/// @param <T> what is made
public final class Ahead<T> {
  private final Making<T> making;
  private final AtomicReference<@Nullable T> next = new AtomicReference<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /// Makes one.
  ///
  /// @param <T> what is made
  @FunctionalInterface
  public interface Making<T> {
    /// {@return one that nobody has}
    ///
    /// @throws IOException if it cannot be made
    T make() throws IOException;
  }

  /// Makes nothing yet.
  ///
  /// @param making makes one
  public Ahead(Making<T> making) {
    this.making = making;
  }

  /// {@return one that nobody has}
  ///
  /// @throws IOException if it cannot be made
  public T take() throws IOException {
    Optional<T> made = rest();
    return made.isPresent() ? made.get() : making.make();
  }

  /// {@return what was made and not taken; taken from here on}
  Optional<T> rest() {
    return Optional.ofNullable(next.getAndSet(null));
  }

  /// Has the next one made by another thread, unless it is there.
  public void prepare() {
    if (next.get() == null && busy.compareAndSet(false, true)) {
      Background.threads().execute(this::makeNext);
    }
  }

  private void makeNext() {
    try {
      if (next.get() == null) {
        next.set(making.make());
      }
    } catch (IOException e) {
      // Whoever needs it then meets the same failure, and says so.
      return;
    } finally {
      busy.set(false);
    }
  }
}
