package dev.hone.cli.terminal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// What a terminal needs of the C library and Java does not offer. Where it is not there, nothing
/// is known and nothing is done.
@SuppressWarnings("restricted")
final class CLibrary {
  private static final int INTERRUPT = 2;

  private CLibrary() {}

  /// {@return a function of the C library, or empty where the system has none such}
  static Optional<MethodHandle> function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    if (system().startsWith("windows")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, descriptor, options));
  }

  /// Lets the next Ctrl-C end the process as it ends one that does not care: at once.
  static void nextInterruptEnds() {
    Optional<MethodHandle> signal =
        function(
            "signal",
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    if (signal.isEmpty()) {
      return;
    }
    try {
      // null is the system's own action
      MemorySegment _ = (MemorySegment) signal.get().invokeExact(INTERRUPT, MemorySegment.NULL);
    } catch (Throwable t) {
      throw new IllegalStateException("the action of Ctrl-C could not be set", t);
    }
  }

  static boolean isMac() {
    return system().startsWith("mac");
  }

  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }
}
