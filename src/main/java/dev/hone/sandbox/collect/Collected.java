package dev.hone.sandbox.collect;

/// What became of a file that was wanted out of a box.
///
/// @param path its path as it was wanted
/// @param bytes its size, or 0 if it was not taken
/// @param problem why it was not taken, or empty if it was
public record Collected(String path, long bytes, String problem) {
  /// {@return whether the file was taken}
  public boolean taken() {
    return problem.isEmpty();
  }
}
