package dev.hone.model;

import java.math.BigDecimal;

/// What a model takes for its tokens, as far as it is known.
public sealed interface Price {
  /// A price that is known.
  ///
  /// @param input US dollars per million tokens read
  /// @param cached US dollars per million tokens that were kept from an earlier request
  /// @param output US dollars per million tokens generated, those of thinking too
  record PerMillion(BigDecimal input, BigDecimal cached, BigDecimal output) implements Price {
    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if one is below 0
    public PerMillion {
      if (input.signum() < 0 || cached.signum() < 0 || output.signum() < 0) {
        throw new IllegalArgumentException("a price is 0 or more");
      }
    }
  }

  /// A price that is not known.
  record Unknown() implements Price {}

  /// {@return the price of a model that takes nothing}
  static Price free() {
    return new PerMillion(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /// {@return a price that is not known}
  static Price unknown() {
    return new Unknown();
  }

  /// {@return what tokens cost}
  ///
  /// @param prompt tokens read, cached ones counted
  /// @param cached of them those kept from an earlier request
  /// @param completion tokens generated
  default Cost of(long prompt, long cached, long completion) {
    return switch (this) {
      case PerMillion(BigDecimal input, BigDecimal kept, BigDecimal output) ->
          new Cost.Known(
              input
                  .multiply(BigDecimal.valueOf(Math.max(0, prompt - cached)))
                  .add(kept.multiply(BigDecimal.valueOf(cached)))
                  .add(output.multiply(BigDecimal.valueOf(completion)))
                  .movePointLeft(6));
      case Unknown _ -> Cost.unknown();
    };
  }
}
