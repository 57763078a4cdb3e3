package dev.hone.sandbox.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One line of the list of refused system calls.
///
/// @param name the call
/// @param errno what it fails with
/// @param x86 its number on x86-64, or -1
/// @param arm its number on aarch64, or -1
/// @param condition when it is refused, as in the list; empty for always
record DeniedCall(String name, int errno, int x86, int arm, String condition) {
  static final int EPERM = 1;
  static final int ENOSYS = 38;

  /// {@return all of the list, in its order}
  static List<DeniedCall> all() {
    String text;
    try (InputStream in = DeniedCall.class.getResourceAsStream("denied-calls.txt")) {
      if (in == null) {
        throw new IllegalStateException("denied-calls.txt is missing from Hone's own files");
      }
      text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<DeniedCall> calls = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end > start && text.charAt(start) != '#') {
        calls.add(line(text.substring(start, end)));
      }
      start = end + 1;
    }
    return calls;
  }

  private static DeniedCall line(String line) {
    String[] fields = line.split(" ", -1);
    int errno =
        switch (fields[1]) {
          case "EPERM" -> EPERM;
          case "ENOSYS" -> ENOSYS;
          default -> throw new IllegalStateException("unknown error in: ".concat(line));
        };
    String condition = fields.length > 4 ? fields[4] : "";
    return new DeniedCall(fields[0], errno, number(fields[2]), number(fields[3]), condition);
  }

  private static int number(String field) {
    return field.equals("-") ? -1 : Integer.parseInt(field);
  }

  /// {@return its number, or -1 where the architecture lacks it}
  int number(Architecture architecture) {
    return switch (architecture) {
      case X86_64 -> x86;
      case AARCH64 -> arm;
    };
  }

  /// {@return whether the policy refuses it, for some arguments at least}
  boolean refusedUnder(SeccompPolicy policy) {
    return switch (condition) {
      case "uncounted" -> !policy.sharedMemory() || !policy.inetSockets();
      case "isolated" -> !policy.inetSockets();
      case "unheld" -> !policy.truncation();
      default -> true;
    };
  }

  /// {@return whether only some arguments are refused}
  boolean byArgument() {
    return condition.startsWith("arg");
  }

  /// {@return which argument decides, counted from 0}
  int argument() {
    return condition.charAt(3) - '0';
  }

  /// {@return whether bits are compared, not the whole value}
  boolean byBits() {
    return condition.charAt(4) == '&';
  }

  /// {@return the value or the bits to compare with}
  int value() {
    return Integer.parseUnsignedInt(condition, 7, condition.length(), 16);
  }
}
