package dev.hone.sandbox.launcher;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// System calls by number, through the C library's `syscall`. One native function for all of them:
/// linking each costs milliseconds, and unlike the C library's own wrappers it changes the calling
/// thread alone, which is the thread that becomes the command.
@SuppressWarnings("restricted")
final class Kernel {
  static final long AT_FDCWD = -100;

  private final Architecture architecture;
  private final MethodHandle syscall;
  private final MemorySegment state;
  private final Arena arena = Arena.global();

  Kernel(Architecture architecture) {
    this.architecture = architecture;
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong number = ValueLayout.JAVA_LONG;
    syscall =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(number, number, number, number, number, number, number),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(1));
    state = arena.allocate(Linker.Option.captureStateLayout());
  }

  Architecture architecture() {
    return architecture;
  }

  /// {@return what the call returned, or the negative error number}
  long call(long number, long a, long b, long c, long d, long e) {
    long result;
    try {
      result = (long) syscall.invokeExact(state, number, a, b, c, d, e);
    } catch (Throwable t) {
      throw new IllegalStateException("system call " + number + " could not be made", t);
    }
    // errno is the only field of the captured state on Linux.
    return result == -1 ? -state.get(ValueLayout.JAVA_INT, 0) : result;
  }

  long call(SystemCall call, long a, long b, long c, long d) {
    return call(call.number(architecture), a, b, c, d, 0);
  }

  /// Makes a call that must succeed.
  ///
  /// @throws LaunchFailure if it fails
  long require(String step, SystemCall call, long... arguments) throws LaunchFailure {
    long[] all = {0, 0, 0, 0, 0};
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    long result = call(call.number(architecture), all[0], all[1], all[2], all[3], all[4]);
    if (result < 0) {
      throw new LaunchFailure(step, (int) -result);
    }
    return result;
  }

  MemorySegment allocate(long bytes) {
    return arena.allocate(bytes, 8);
  }

  /// {@return the address of a C string; each character stands for one byte}
  long string(String latin1) {
    return arena.allocateFrom(latin1, StandardCharsets.ISO_8859_1).address();
  }

  /// {@return the address of the environment as it was given, an array for execve}
  long environment() {
    MemorySegment variable = Linker.nativeLinker().defaultLookup().findOrThrow("environ");
    return variable.reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
  }
}
