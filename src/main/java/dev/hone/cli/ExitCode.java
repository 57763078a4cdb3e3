package dev.hone.cli;

import dev.hone.failure.ErrorType;

/// The exit codes of the program.
public final class ExitCode {
  /// It passed, or there was nothing to object to.
  public static final int OK = 0;

  /// It did not pass, or something was found.
  public static final int NOT_PASSED = 1;

  /// Wrong use: an unknown option, an unsupported language, a folder that cannot be written.
  public static final int USAGE = 2;

  /// A model, a sandbox, a toolchain, memory or disk is missing.
  public static final int MISSING = 3;

  /// Hone itself is wrong.
  public static final int INTERNAL = 70;

  /// A person stopped it.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /// {@return the code of a failure}
  ///
  /// @param type whose turn it is
  public static int of(ErrorType type) {
    return switch (type) {
      case USER -> USAGE;
      case EXTERNAL, INSUFFICIENT_RESOURCES -> MISSING;
      case INTERNAL -> INTERNAL;
    };
  }
}
