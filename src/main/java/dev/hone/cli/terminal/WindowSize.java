package dev.hone.cli.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.function.Supplier;

/// The size of the terminal behind standard error, by the kernel's own request: no process is
/// started for it, so it can be asked before each drawing. Safe for use by several threads.
@SuppressWarnings("restricted")
final class WindowSize implements Supplier<Optional<Size>> {
  private static final int STANDARD_ERROR = 2;
  // The number of the request, which each kernel chose for itself.
  private static final long LINUX = 0x5413;
  private static final long MAC = 0x40087468;

  // Linking a function takes milliseconds, and most commands draw nothing.
  private Optional<MethodHandle> ioctl = Optional.empty();
  private boolean linked;

  /// {@return the size at this moment, or empty where there is no terminal or it does not tell}
  @Override
  public synchronized Optional<Size> get() {
    if (!linked) {
      ValueLayout.OfInt number = ValueLayout.JAVA_INT;
      ioctl =
          CLibrary.function(
              "ioctl",
              FunctionDescriptor.of(number, number, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
              Linker.Option.firstVariadicArg(2));
      linked = true;
    }
    return ioctl.flatMap(WindowSize::asked);
  }

  private static Optional<Size> asked(MethodHandle ioctl) {
    try (Arena arena = Arena.ofConfined()) {
      // rows, columns, and both in pixels
      MemorySegment window = arena.allocate(ValueLayout.JAVA_SHORT, 4);
      int failed = (int) ioctl.invokeExact(STANDARD_ERROR, CLibrary.isMac() ? MAC : LINUX, window);
      int rows = Short.toUnsignedInt(window.getAtIndex(ValueLayout.JAVA_SHORT, 0));
      int columns = Short.toUnsignedInt(window.getAtIndex(ValueLayout.JAVA_SHORT, 1));
      // a terminal that nobody told its size says 0
      return failed != 0 || rows == 0 || columns == 0
          ? Optional.empty()
          : Optional.of(new Size(columns, rows));
    } catch (Throwable t) {
      throw new IllegalStateException("the size of the terminal could not be asked for", t);
    }
  }
}
