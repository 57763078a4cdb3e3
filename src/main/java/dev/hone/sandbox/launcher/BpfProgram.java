package dev.hone.sandbox.launcher;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A classic BPF program in the making. Each method appends to it.
final class BpfProgram {
  private static final short LOAD_WORD = 0x20;
  private static final short JUMP_EQUAL = 0x15;
  private static final short JUMP_GREATER_OR_EQUAL = 0x35;
  private static final short JUMP_ANY_BIT = 0x45;
  private static final short AND = 0x54;
  private static final short RETURN = 0x06;

  private static final int MOST_OPERANDS = 255;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  BpfProgram load(int offset) {
    return add(LOAD_WORD, 0, 0, offset);
  }

  BpfProgram and(int mask) {
    return add(AND, 0, 0, mask);
  }

  BpfProgram ret(int value) {
    return add(RETURN, 0, 0, value);
  }

  /// Returns `value` if the accumulator equals `operand`, else goes on.
  BpfProgram retIfEqual(int operand, int value) {
    return add(JUMP_EQUAL, 0, 1, operand).ret(value);
  }

  /// Returns `value` if the accumulator equals any of `operands`, at most 255, else goes on.
  BpfProgram retIfAny(List<Integer> operands, int value) {
    int size = operands.size();
    if (size > MOST_OPERANDS) {
      throw new IllegalStateException("a jump over " + size + " instructions cannot be encoded");
    }
    for (int i = 0; i < size; i++) {
      boolean last = i == size - 1;
      add(JUMP_EQUAL, size - 1 - i, last ? 1 : 0, operands.get(i));
    }
    return size == 0 ? this : ret(value);
  }

  /// Returns `value` unless the accumulator equals `operand`.
  BpfProgram retUnlessEqual(int operand, int value) {
    return add(JUMP_EQUAL, 1, 0, operand).ret(value);
  }

  /// Returns `value` if the accumulator is `operand` or more, both unsigned, else goes on.
  BpfProgram retIfAtLeast(int operand, int value) {
    return add(JUMP_GREATER_OR_EQUAL, 0, 1, operand).ret(value);
  }

  /// Returns `value` if the accumulator shares a bit with `operand`, else goes on.
  BpfProgram retIfAnyBit(int operand, int value) {
    return add(JUMP_ANY_BIT, 0, 1, operand).ret(value);
  }

  /// Runs `body`, which always returns, if the accumulator equals `operand`, else goes on after it.
  BpfProgram ifEqual(int operand, BpfProgram body) {
    int length = body.bytes.size() / 8;
    if (length > 255) {
      throw new IllegalStateException("a jump over " + length + " instructions cannot be encoded");
    }
    add(JUMP_EQUAL, 0, length, operand);
    bytes.writeBytes(body.toBytes());
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private BpfProgram add(short code, int ifTrue, int ifFalse, int operand) {
    ByteBuffer record = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    record.putShort(code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
    bytes.writeBytes(record.array());
    return this;
  }
}
