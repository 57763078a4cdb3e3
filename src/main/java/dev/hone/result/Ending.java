package dev.hone.result;

/// Why a run ended. The name in camel case is the word used in data and the run log.
public enum Ending {
  /// A candidate passed, on evidence that reaches what was required.
  SOLVED("Solved"),
  /// All rounds were used.
  ROUNDS_USED("RoundsUsed"),
  /// The model gave the same code again.
  NO_PROGRESS("NoProgress"),
  /// The token budget was used up.
  TOKEN_BUDGET("TokenBudget"),
  /// The time budget was used up.
  TIME_BUDGET("TimeBudget"),
  /// The money budget was used up.
  MONEY_BUDGET("MoneyBudget"),
  /// A person stopped it.
  CANCELLED("Cancelled"),
  /// Hone could not go on.
  FAILED("Failed");

  private final String id;

  Ending(String id) {
    this.id = id;
  }

  /// {@return the name used in data and the run log}
  public String id() {
    return id;
  }
}
