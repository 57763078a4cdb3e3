package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a run and a day may spend, as the table `[budget]` of `config.toml` sets it.
///
/// @param budget its bounds; those of options go before them
public record BudgetSettings(Budget budget) {
  private static final List<String> KEYS =
      List.of("tokens", "completionTokens", "cost", "time", "tokensPerDay", "costPerDay");

  /// {@return what a file sets; no bounds if it is not there}
  ///
  /// @param file the settings file
  /// @throws UsageException if it cannot be read, or has a key or a value that means nothing
  public static BudgetSettings read(Path file) {
    List<Bound> bounds = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry :
        SettingsFile.table(file, SettingsFile.BUDGET).properties()) {
      bounds.add(bound(file, entry.getKey(), entry.getValue()));
    }
    return new BudgetSettings(new Budget(bounds));
  }

  private static Bound bound(Path file, String key, JsonNode value) {
    String place = SettingsFile.place(file, SettingsFile.BUDGET, key);
    return switch (key) {
      case "tokens" -> Bound.tokens(Units.tokens(place, text(place, value)));
      case "completionTokens" -> Bound.completionTokens(Units.tokens(place, text(place, value)));
      case "cost" -> Bound.cost(Units.dollars(place, text(place, value)));
      case "time" -> Bound.time(Units.time(place, text(place, value), "s"));
      case "tokensPerDay" -> Bound.tokens(Units.tokens(place, text(place, value))).perDay();
      case "costPerDay" -> Bound.cost(Units.dollars(place, text(place, value))).perDay();
      default -> throw SettingsFile.unknown(place, key, KEYS);
    };
  }

  private static String text(String place, JsonNode value) {
    if (value.isNumber() && Double.isFinite(value.asDouble())) {
      return value.decimalValue().toPlainString();
    }
    if (!value.isString()) {
      throw new UsageException("%s takes a number, not %s".formatted(place, value));
    }
    return value.asString().strip();
  }
}
