package dev.hone.cli;

import dev.hone.config.Units;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that bound what a run may spend. They go before the settings file.
final class BudgetOptions {
  private static final String TOKENS = "--max-tokens";
  private static final String COST = "--max-cost";
  private static final String TIME = "--max-time";

  private BudgetOptions() {}

  static List<OptionSpec> specs() {
    return List.of(
        Options.value(TOKENS, "N", "end before the model takes more tokens, in and out"),
        Options.value(COST, "AMOUNT", "end before it costs more US dollars, such as 0.05"),
        Options.value(TIME, "TIME", "end the model's work after this time, such as 90s or 5m"));
  }

  /// {@return what was typed}
  static Budget of(ParseResult words) {
    List<Bound> bounds = new ArrayList<>();
    if (Options.has(words, TOKENS)) {
      bounds.add(Bound.tokens(Units.tokens(TOKENS, Options.text(words, TOKENS, ""))));
    }
    if (Options.has(words, COST)) {
      bounds.add(Bound.cost(Units.dollars(COST, Options.text(words, COST, ""))));
    }
    if (Options.has(words, TIME)) {
      bounds.add(Bound.time(Units.time(TIME, Options.text(words, TIME, ""), "s")));
    }
    return new Budget(bounds);
  }
}
