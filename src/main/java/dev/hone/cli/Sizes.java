package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.util.Locale;

/// Sizes and times in units for people.
final class Sizes {
  private static final String UNITS = "kmg";

  private Sizes() {}

  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  static String time(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  /// {@return bytes from a text such as `512m`, `1g` or `65536`; units are powers of 1024}
  ///
  /// @throws UsageException if it is no size above 0
  static long parse(String option, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int unit = lower.isEmpty() ? -1 : UNITS.indexOf(lower.charAt(lower.length() - 1));
    String digits = unit < 0 ? lower : lower.substring(0, lower.length() - 1);
    if (digits.matches("[1-9][0-9]{0,8}") || (unit < 0 && digits.matches("[1-9][0-9]{0,14}"))) {
      return Long.parseLong(digits) << (10 * (unit + 1));
    }
    throw new UsageException(
        "%s takes a size such as 512m or 1g, not '%s'".formatted(option, text));
  }
}
