package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.Price;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What models take, as the tables `[prices."PROVIDER:NAME"]` of `config.toml` set it.
///
/// @param file where the table stands
/// @param name the model as `--model` takes it
/// @param table what it sets
record PriceSettings(Path file, String name, JsonNode table) {
  private static final List<String> KEYS = List.of("input", "cached", "output");

  /// {@return the prices that a file sets, by the models' names}
  ///
  /// @param file the settings file, which need not exist
  /// @throws UsageException if it has a key or a value that means nothing
  static Map<String, Price> read(Path file) {
    Map<String, Price> prices = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry :
        SettingsFile.table(file, SettingsFile.PRICES).properties()) {
      if (!entry.getKey().contains(":") || !entry.getValue().isObject()) {
        throw new UsageException(
            "%s has '%s' in [prices], where a table [prices.\"PROVIDER:NAME\"] is expected, with the model in quotes"
                .formatted(file, entry.getKey()));
      }
      prices.put(entry.getKey(), new PriceSettings(file, entry.getKey(), entry.getValue()).price());
    }
    return prices;
  }

  private Price price() {
    for (String key : table.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw SettingsFile.unknown(place(key), key, KEYS);
      }
    }
    BigDecimal input = dollars("input");
    return new Price.PerMillion(
        input, table.has("cached") ? dollars("cached") : input, dollars("output"));
  }

  private BigDecimal dollars(String key) {
    JsonNode value = table.path(key);
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw new UsageException(
          "%s takes US dollars per million tokens, such as %s = 0.4".formatted(place(key), key));
    }
    return Units.dollars(place(key), value.decimalValue().toPlainString());
  }

  private String place(String key) {
    return SettingsFile.place(file, "prices.\"" + name + "\"", key);
  }
}
