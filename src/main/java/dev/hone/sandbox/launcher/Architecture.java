package dev.hone.sandbox.launcher;

import java.util.Optional;

/// A processor architecture whose system call numbers are known.
public enum Architecture {
  /// 64-bit x86.
  X86_64(0xC000003E),
  /// 64-bit Arm, little-endian.
  AARCH64(0xC00000B7);

  private final int auditNumber;

  Architecture(int auditNumber) {
    this.auditNumber = auditNumber;
  }

  /// {@return the architecture of this machine; empty where it is another one or the system is not
  /// Linux}
  public static Optional<Architecture> current() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  /// {@return the number by which the kernel names it to a filter}
  int auditNumber() {
    return auditNumber;
  }
}
