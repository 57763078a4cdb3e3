package dev.hone.cli.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The time in which another program has the terminal: Ctrl-C and Ctrl-\ reach both, and are meant
/// for that one. Where the system has no such call, they end Hone as ever. For one thread.
@SuppressWarnings("restricted")
public final class IgnoredInterrupts implements AutoCloseable {
  private static final int[] SIGNALS = {2, 3};
  // More than any system has, all zero but for its first field, which is the action; what was set
  // before is put back as it was read, whatever is in it.
  private static final long MOST_BYTES = 512;
  private static final long IGNORE = 1;

  private final Optional<MethodHandle> sigaction;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment action;
  private final MemorySegment[] before = new MemorySegment[SIGNALS.length];

  private boolean begun;

  /// Prepares for it, which takes a moment. Nothing is ignored before {@link #begin}.
  public IgnoredInterrupts() {
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    sigaction =
        CLibrary.function(
            "sigaction",
            FunctionDescriptor.of(number, number, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    action = arena.allocate(MOST_BYTES, 16);
    action.set(ValueLayout.JAVA_LONG, 0, IGNORE);
    for (int i = 0; i < SIGNALS.length; i++) {
      before[i] = arena.allocate(MOST_BYTES, 16);
      // the first call of a function takes longer than a person needs for a key
      set(SIGNALS[i], MemorySegment.NULL, before[i]);
    }
  }

  /// Begins to ignore them, until this is closed. Programs started from here on would ignore them
  /// too.
  public void begin() {
    for (int i = 0; i < SIGNALS.length; i++) {
      set(SIGNALS[i], action, MemorySegment.NULL);
    }
    begun = true;
  }

  private void set(int signal, MemorySegment action, MemorySegment old) {
    if (sigaction.isEmpty()) {
      return;
    }
    try {
      int _ = (int) sigaction.get().invokeExact(signal, action, old);
    } catch (Throwable t) {
      throw new IllegalStateException("the action of a key could not be set", t);
    }
  }

  /// Puts back what was before.
  @Override
  public void close() {
    for (int i = 0; begun && i < SIGNALS.length; i++) {
      set(SIGNALS[i], before[i], MemorySegment.NULL);
    }
    arena.close();
  }
}
