package dev.hone.runlog.stats;

/// The 95 % interval of a share after Wilson, which holds for small numbers too.
///
/// @param low its lower end, 0 to 1
/// @param high its upper end, 0 to 1
public record Wilson(double low, double high) {
  private static final double Z = 1.959964;

  /// {@return the interval of a share}
  ///
  /// @param hits how many
  /// @param all of how many; 0 gives the whole range
  public static Wilson of(long hits, long all) {
    if (all == 0) {
      return new Wilson(0, 1);
    }
    double share = (double) hits / all;
    double middle = share + Z * Z / (2 * all);
    double reach = Z * Math.sqrt((share * (1 - share) + Z * Z / (4.0 * all)) / all);
    double scale = 1 + Z * Z / all;
    return new Wilson(Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale));
  }
}
