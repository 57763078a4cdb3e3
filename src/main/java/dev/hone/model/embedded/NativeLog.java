package dev.hone.model.embedded;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;

/// Where the engine's own log goes: nowhere, or to standard error. There is one log for the
/// process; the model opened last decides.
final class NativeLog {
  private static final int DEBUG = 1;
  private static final MemorySegment SILENT = stub("ignore");
  private static final MemorySegment VERBOSE = stub("print");

  private NativeLog() {}

  static MemorySegment callback(boolean verbose) {
    return verbose ? VERBOSE : SILENT;
  }

  // The stubs are never freed, since the engine keeps the address until the process ends.
  @SuppressWarnings("restricted")
  private static MemorySegment stub(String method) {
    MethodType type =
        MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class);
    try {
      return Linker.nativeLinker()
          .upcallStub(
              MethodHandles.lookup().findStatic(NativeLog.class, method, type),
              FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS),
              Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unused") // called by the engine
  private static void ignore(int level, MemorySegment text, MemorySegment user) {}

  // Nothing may be thrown into native code: it would end the process.
  @SuppressWarnings({"unused", "restricted"})
  private static void print(int level, MemorySegment text, MemorySegment user) {
    if (level == DEBUG) {
      return;
    }
    try (FileOutputStream error =
        new FileOutputStream(FileDescriptor.err) {
          @Override
          public void close() {}
        }) {
      error.write(text.reinterpret(1 << 16).getString(0).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      return;
    }
  }
}
