package dev.hone.sandbox.launcher;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Runs programs in classic BPF, as the kernel would.
final class BpfMachine {
  private BpfMachine() {}

  /// {@return what a program answers to a call}
  ///
  /// @param program the program
  /// @param architecture the number of the caller's architecture
  /// @param call the call's number
  /// @param arguments its arguments, as many as matter
  static int answer(byte[] program, int architecture, int call, long... arguments) {
    ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
    data.putInt(0, call).putInt(4, architecture);
    for (int i = 0; i < arguments.length; i++) {
      data.putLong(16 + 8 * i, arguments[i]);
    }
    return run(ByteBuffer.wrap(program).order(ByteOrder.nativeOrder()), data);
  }

  private static int run(ByteBuffer code, ByteBuffer data) {
    int accumulator = 0;
    for (int at = 0; ; at += 8) {
      int operand = code.getInt(at + 4);
      boolean jump = false;
      switch (code.getShort(at)) {
        case 0x20 -> {
          accumulator = data.getInt(operand);
          continue;
        }
        case 0x54 -> {
          accumulator &= operand;
          continue;
        }
        case 0x06 -> {
          return operand;
        }
        case 0x15 -> jump = accumulator == operand;
        case 0x35 -> jump = Integer.compareUnsigned(accumulator, operand) >= 0;
        case 0x45 -> jump = (accumulator & operand) != 0;
        default -> throw new AssertionError("unknown instruction at " + at);
      }
      at += 8 * Byte.toUnsignedInt(code.get(at + (jump ? 2 : 3)));
    }
  }
}
