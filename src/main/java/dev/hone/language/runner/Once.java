package dev.hone.language.runner;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for, and kept. Making it again is tried after a
/// failure. Safe for use by several threads, of which one makes it and the others wait.
///
/// @param <T> the value's type
public final class Once<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  /// Keeps how it is made; nothing is made yet.
  ///
  /// @param maker makes the value
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /// {@return the value}
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
    }
    return known;
  }
}
