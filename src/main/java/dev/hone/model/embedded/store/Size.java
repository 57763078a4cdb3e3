package dev.hone.model.embedded.store;

import java.util.Locale;

/// Sizes in words a person reads.
final class Size {
  private Size() {}

  /// {@return the size in decimal units, such as `491 MB` or `1.12 GB`}
  static String of(long bytes) {
    if (bytes < 1_000_000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}
