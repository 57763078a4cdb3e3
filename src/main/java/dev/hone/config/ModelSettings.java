package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.price.Prices;
import dev.hone.model.remote.Providers;

/// What settings say of models.
///
/// @param providers those that can be named, with those of the settings
/// @param prices what their models take, as the settings and the table say
/// @param keys how their keys are fetched that stand in no variable
public record ModelSettings(Providers providers, Prices prices, KeyCommands keys) {
  /// {@return what settings say of models; the usual providers if nothing}
  ///
  /// @param settings the settings
  /// @throws UsageException if a provider or a price is there in part, or means nothing
  public static ModelSettings of(Settings settings) {
    return new ModelSettings(
        new Providers(ProviderSettings.of(settings)),
        new Prices(PriceSettings.of(settings)),
        KeyCommands.of(settings));
  }
}
