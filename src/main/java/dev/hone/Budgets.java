package dev.hone;

import dev.hone.agent.Cast;
import dev.hone.model.budget.Budget;
import dev.hone.model.budget.BudgetedModel;
import dev.hone.model.budget.Ledger;
import dev.hone.requirement.Asked;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.Spending;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Keeps models within what a person will spend.
final class Budgets {
  private Budgets() {}

  /// {@return models that are asked only as far as a budget goes} They share it. A day is one of
  /// UTC, as it is for providers.
  ///
  /// @param budget what a run, or a day, may take
  /// @param cast the models
  /// @param log knows what the day has taken so far
  /// @param before what was asked for the run before it, which counts
  static Cast within(Budget budget, Cast cast, RunLog log, List<Asked> before) {
    if (budget.bounds().isEmpty()) {
      return cast;
    }
    Budget today = budget;
    if (budget.boundsDay()) {
      Spending spent = log.spentSince(Instant.now().truncatedTo(ChronoUnit.DAYS));
      today = budget.after(spent.tokens(), spent.dollars());
    }
    Ledger ledger = new Ledger(today);
    before.forEach(asked -> ledger.count(asked.reply()));
    return cast.each(model -> new BudgetedModel(model, ledger));
  }
}
