package dev.hone.sandbox;

import java.time.Duration;

/// Limits that a test reaches soon.
public final class SmallLimits {
  /// 30 s by the clock, 20 s of a processor, 256 MiB, 32 processes, 128 open files, 8 MiB a file,
  /// 64 MiB in the work folder, 64 KiB of output.
  public static final Limits ALL =
      new Limits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          256L << 20,
          32,
          128,
          8L << 20,
          64L << 20,
          64L << 10);

  private SmallLimits() {}
}
