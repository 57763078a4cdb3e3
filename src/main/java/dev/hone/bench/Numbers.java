package dev.hone.bench;

import dev.hone.runlog.stats.Wilson;
import dev.hone.runlog.stats.Words;
import java.util.Locale;
import java.util.OptionalDouble;

/// How figures are shown. What cannot be told is a dash.
public final class Numbers {
  private static final String UNKNOWN = "-";

  private Numbers() {}

  /// {@return a number with its share in percent, such as `3 (50.0 %)`}
  ///
  /// @param part how many
  /// @param all of how many; of none the share is unknown
  public static String share(int part, int all) {
    return "%d (%s)".formatted(part, percent(part, all));
  }

  /// {@return a share in percent with one decimal}
  ///
  /// @param part how many
  /// @param all of how many; of none it is unknown
  public static String percent(int part, int all) {
    return all == 0 ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }

  /// {@return the 95 % interval of a share, such as `9-91 %`}
  ///
  /// @param part how many
  /// @param all of how many; of none it is unknown
  public static String interval(int part, int all) {
    return all == 0 ? UNKNOWN : Words.range(Wilson.of(part, all));
  }

  /// {@return how much falls on each}
  ///
  /// @param sum the whole
  /// @param number on how many it falls; on none it is unknown
  /// @param decimals how many decimals are shown
  public static String each(double sum, int number, int decimals) {
    return number == 0 ? UNKNOWN : String.format(Locale.ROOT, "%." + decimals + "f", sum / number);
  }

  /// {@return how much falls on each, without decimals}
  ///
  /// @param sum the whole
  /// @param number on how many it falls; on none it is unknown
  public static String each(long sum, int number) {
    return each((double) sum, number, 0);
  }

  /// {@return a ratio with two decimals}
  ///
  /// @param ratio the ratio, where it is known
  public static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty() ? UNKNOWN : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
  }
}
