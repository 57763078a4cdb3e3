package dev.hone.sandbox.collect;

/// What is taken out of a box at most.
///
/// @param files how many files
/// @param fileBytes the size of one, in bytes
/// @param totalBytes the size of all, in bytes
public record Caps(int files, long fileBytes, long totalBytes) {
  /// {@return 1,000 files, 64 MiB one, 256 MiB all}
  public static Caps usual() {
    return new Caps(1_000, 64L << 20, 256L << 20);
  }
}
