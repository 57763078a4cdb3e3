package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.Price;
import java.util.LinkedHashMap;
import java.util.Map;

/// What models take, as the tables `[prices."PROVIDER:NAME"]` set it.
///
/// @param name the model as `--model` takes it
/// @param table what it sets
record PriceSettings(String name, Map<String, Setting> table) {
  /// {@return the prices that settings name, by the models' names}
  ///
  /// @throws UsageException if one is there in part
  static Map<String, Price> of(Settings settings) {
    Map<String, Price> prices = new LinkedHashMap<>();
    settings
        .tables("prices")
        .forEach((name, table) -> prices.put(name, new PriceSettings(name, table).price()));
    return prices;
  }

  private Price price() {
    Setting input = setting("input");
    return new Price.PerMillion(
        input.price(), table.getOrDefault("cached", input).price(), setting("output").price());
  }

  private Setting setting(String key) {
    Setting setting = table.get(key);
    if (setting == null) {
      throw new UsageException(
          "[prices.\"%s\"] (%s) lacks %s, US dollars per million tokens, such as %s = 0.4"
              .formatted(name, table.values().iterator().next().origin().place(), key, key));
    }
    return setting;
  }
}
