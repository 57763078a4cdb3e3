package dev.hone.config;

import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a run and a day may spend, as the table `[budget]` sets it.
///
/// @param budget its bounds; those of options go before them
public record BudgetSettings(Budget budget) {
  /// {@return what settings say of the budget; no bounds if nothing}
  ///
  /// @param settings the settings
  public static BudgetSettings of(Settings settings) {
    return new BudgetSettings(
        new Budget(
            Stream.of(
                    bound(settings, "tokens", one -> Bound.tokens(one.tokens())),
                    bound(
                        settings, "completionTokens", one -> Bound.completionTokens(one.tokens())),
                    bound(settings, "cost", one -> Bound.cost(one.dollars())),
                    bound(settings, "time", one -> Bound.time(one.time())),
                    bound(settings, "tokensPerDay", one -> Bound.tokens(one.tokens()).perDay()),
                    bound(settings, "costPerDay", one -> Bound.cost(one.dollars()).perDay()))
                .flatMap(List::stream)
                .toList()));
  }

  private static List<Bound> bound(
      Settings settings, String key, Function<Setting, Bound> reading) {
    Optional<Setting> set = settings.given("budget." + key);
    return set.map(reading).stream().toList();
  }
}
