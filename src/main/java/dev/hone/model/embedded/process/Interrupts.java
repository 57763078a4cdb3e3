package dev.hone.model.embedded.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Ctrl-C at a terminal reaches every process of a command. The engine's leaves it to Hone, which
/// cancels the reply and keeps what came of it.
final class Interrupts {
  private static final int INTERRUPT = 2;
  private static final long IGNORE = 1;

  private Interrupts() {}

  /// Ignores Ctrl-C from here on. Where the system has no such call, it ends the process.
  @SuppressWarnings("restricted")
  static void ignore() {
    Linker linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("signal")
        .map(
            address ->
                linker.downcallHandle(
                    address,
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)))
        .ifPresent(
            signal -> {
              try {
                long _ = (long) signal.invokeExact(INTERRUPT, IGNORE);
              } catch (Throwable t) {
                throw new IllegalStateException("the action of Ctrl-C could not be set", t);
              }
            });
  }
}
