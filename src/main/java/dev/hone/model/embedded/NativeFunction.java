package dev.hone.model.embedded;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/// One C function. Arguments are boxed, which costs well under a microsecond a call: nothing beside
/// the milliseconds that a token takes, and it keeps each binding to one line.
final class NativeFunction {
  private final MethodHandle handle;

  private NativeFunction(MethodHandle handle) {
    this.handle =
        handle
            .asSpreader(Object[].class, handle.type().parameterCount())
            .asType(MethodType.methodType(Object.class, Object[].class));
  }

  // Restricted: Hone's launcher passes --enable-native-access, the binding is this package's work.
  @SuppressWarnings("restricted")
  static NativeFunction of(SymbolLookup library, String name, FunctionDescriptor descriptor) {
    MemorySegment address =
        library
            .find(name)
            .orElseThrow(
                () -> EngineProblems.unusable("the engine's libraries have no function " + name));
    return new NativeFunction(Linker.nativeLinker().downcallHandle(address, descriptor));
  }

  /// Calls a function that returns nothing.
  void run(Object... arguments) {
    var _ = invoke(arguments);
  }

  /// {@return what a function of type `int32_t` returned}
  int toInt(Object... arguments) {
    return (int) invoke(arguments);
  }

  /// {@return what a function of type `size_t` returned}
  long toLong(Object... arguments) {
    return (long) invoke(arguments);
  }

  /// {@return what a function of type `bool` returned}
  boolean toBoolean(Object... arguments) {
    return (boolean) invoke(arguments);
  }

  /// {@return what a function that returns an address or a struct returned}
  MemorySegment toSegment(Object... arguments) {
    return (MemorySegment) invoke(arguments);
  }

  private Object invoke(Object[] arguments) {
    try {
      return (Object) handle.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native call failed", e);
    }
  }
}
