package dev.hone.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What something cost, as far as it is known. What is not known is never nothing.
public sealed interface Cost {
  /// A cost that is known.
  ///
  /// @param dollars US dollars, 0 or more, rounded up to nine decimals
  record Known(BigDecimal dollars) implements Cost {
    private static final int DECIMALS = 9;

    /// Rounds, so that equal amounts are equal.
    ///
    /// @throws IllegalArgumentException if it is below 0
    public Known {
      if (dollars.signum() < 0) {
        throw new IllegalArgumentException("a cost is 0 or more");
      }
      dollars = dollars.setScale(DECIMALS, RoundingMode.UP).stripTrailingZeros();
    }

    /// {@return the amount in 10⁻⁹ US dollars}
    public long nanos() {
      return dollars.movePointRight(DECIMALS).longValueExact();
    }

    /// {@return US dollars with six decimals, rounded up, so that what was paid is never 0}
    public BigDecimal millionths() {
      return dollars.setScale(6, RoundingMode.UP);
    }
  }

  /// A cost that is not known, since no price is.
  record Unknown() implements Cost {}

  /// {@return no cost}
  static Cost nothing() {
    return new Known(BigDecimal.ZERO);
  }

  /// {@return a cost that is not known}
  static Cost unknown() {
    return new Unknown();
  }

  /// {@return a known cost}
  ///
  /// @param nanos the amount in 10⁻⁹ US dollars
  static Cost ofNanos(long nanos) {
    return new Known(BigDecimal.valueOf(nanos, Known.DECIMALS));
  }

  /// {@return both together; unknown where one of them is}
  ///
  /// @param other the other cost
  default Cost plus(Cost other) {
    return this instanceof Known(BigDecimal mine) && other instanceof Known(BigDecimal theirs)
        ? new Known(mine.add(theirs))
        : unknown();
  }
}
