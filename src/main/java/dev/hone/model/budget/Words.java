package dev.hone.model.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Why a run ends by its budget, for a person.
final class Words {
  private Words() {}

  static String of(Bound bound, BigDecimal left, BigDecimal wanted) {
    String name =
        "the %s budget of %s".formatted(bound.kind().title(), amount(bound, bound.most()));
    return switch (bound.kind()) {
      case TIME -> name + " is over";
      case TOKENS, COMPLETION_TOKENS, COST ->
          "%s%s leaves %s, and the next call would take about %s"
              .formatted(
                  name,
                  bound.span().words(),
                  amount(bound, left.max(BigDecimal.ZERO)),
                  amount(bound, wanted));
    };
  }

  private static String amount(Bound bound, BigDecimal amount) {
    return switch (bound.kind()) {
      case TOKENS -> amount.toPlainString();
      case COMPLETION_TOKENS -> amount.toPlainString() + " generated";
      case COST -> "$" + rounded(amount, 6);
      case TIME -> rounded(amount, 3) + " s";
    };
  }

  private static String rounded(BigDecimal amount, int decimals) {
    return amount.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
