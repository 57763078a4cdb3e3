package dev.hone.cli;

import dev.hone.model.Cost;

/// Costs as a person reads them.
final class Costs {
  private Costs() {}

  /// {@return such as `$0.0042`, or `unknown`}
  static String of(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> "$" + known.millionths().stripTrailingZeros().toPlainString();
      case Cost.Unknown _ -> "unknown";
    };
  }

  /// {@return whether there is something to say: what costs nothing is not worth a line}
  static boolean isWorthALine(Cost cost) {
    return !cost.equals(Cost.nothing());
  }
}
