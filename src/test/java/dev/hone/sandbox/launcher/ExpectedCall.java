package dev.hone.sandbox.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One line of `expected-calls.tsv`, which says once more and apart from the list itself what the
/// filter must refuse.
///
/// @param name the call
/// @param errno what it must fail with
/// @param x86 its number on x86-64, or -1
/// @param arm its number on aarch64, or -1
/// @param when `-` for always, `isolated`, `uncounted`, `unheld`, or in words which argument
///   decides
public record ExpectedCall(String name, int errno, int x86, int arm, String when) {
  /// {@return all of the table, in its order}
  public static List<ExpectedCall> all() {
    try (InputStream in = ExpectedCall.class.getResourceAsStream("expected-calls.tsv")) {
      if (in == null) {
        throw new IllegalStateException("expected-calls.tsv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(ExpectedCall::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExpectedCall of(String line) {
    String[] parts = line.split("\t", -1);
    return new ExpectedCall(
        parts[0], Integer.parseInt(parts[1]), number(parts[2]), number(parts[3]), parts[4]);
  }

  private static int number(String field) {
    return field.equals("-") ? -1 : Integer.parseInt(field);
  }

  /// {@return the same line as the filter's own list says it}
  static ExpectedCall of(DeniedCall call) {
    String when =
        switch (call.condition()) {
          case "" -> "-";
          case "isolated", "uncounted", "unheld" -> call.condition();
          default ->
              "argument %d %s %s"
                  .formatted(
                      call.argument(),
                      call.byBits() ? "shares a bit with" : "is",
                      Integer.toHexString(call.value()));
        };
    return new ExpectedCall(call.name(), call.errno(), call.x86(), call.arm(), when);
  }

  int number(Architecture on) {
    return on == Architecture.X86_64 ? x86 : arm;
  }

  /// {@return whether the policy must refuse it, for some arguments at least}
  boolean refused(SeccompPolicy policy) {
    return switch (when) {
      case "isolated" -> !policy.inetSockets();
      case "uncounted" -> !(policy.inetSockets() && policy.sharedMemory());
      case "unheld" -> !policy.truncation();
      default -> true;
    };
  }

  /// {@return whether an argument decides}
  public boolean byArgument() {
    return when.startsWith("argument ");
  }

  /// {@return which argument decides, counted from 0}
  public int argument() {
    return when.charAt(9) - '0';
  }

  boolean byBits() {
    return when.contains("shares a bit");
  }

  /// {@return the value or the bits that it is compared with}
  public int value() {
    return Integer.parseUnsignedInt(when.substring(when.lastIndexOf(' ') + 1), 16);
  }
}
