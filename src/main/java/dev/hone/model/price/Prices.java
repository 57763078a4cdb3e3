package dev.hone.model.price;

import dev.hone.model.Price;
import dev.hone.model.remote.Dialect;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.Providers;
import dev.hone.model.remote.RemoteName;
import java.util.Map;

/// What models of providers take: what the settings say, else what the table knows.
public final class Prices {
  private final Map<String, Price> told;
  private final PriceTable table;

  /// Makes prices.
  ///
  /// @param told prices of the settings, by the name that `--model` takes
  public Prices(Map<String, Price> told) {
    this.told = Map.copyOf(told);
    this.table = PriceTable.load();
  }

  /// {@return what a model takes} Ollama takes nothing. The table knows providers at their usual
  /// addresses only: who listens at another may take anything.
  ///
  /// @param name which one
  public Price of(RemoteName name) {
    Price said = told.get(name.text());
    if (said != null) {
      return said;
    }
    if (name.provider().dialect() == Dialect.OLLAMA) {
      return Price.free();
    }
    return isUsual(name.provider())
        ? table.find(name.provider().name(), name.model()).orElseGet(Price::unknown)
        : Price.unknown();
  }

  private static boolean isUsual(Provider provider) {
    return Providers.usual().stream()
        .anyMatch(
            usual -> usual.name().equals(provider.name()) && usual.url().equals(provider.url()));
  }
}
